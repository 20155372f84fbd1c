package dev.windrose.platform.outside;

import java.net.Inet4Address;
import java.net.InetAddress;

/** Tells addresses of this machine and of private networks from those of the open net. */
final class InnerAddress {

    private InnerAddress() {}

    static boolean is(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? reserved(bytes) : reservedOrWrapped(bytes);
    }

    private static boolean reserved(byte[] b) {
        int first = b[0] & 255;
        int second = b[1] & 255;
        return first == 0
                || first == 100 && second >= 64 && second < 128
                || first == 192 && second == 0 && b[2] == 0
                || first == 198 && (second == 18 || second == 19)
                || first >= 240;
    }

    /** Unique local addresses, and those that carry an address of the older protocol inside. */
    private static boolean reservedOrWrapped(byte[] b) {
        boolean unique = (b[0] & 0xfe) == 0xfc;
        boolean translated = b[0] == 0 && (b[1] & 255) == 0x64 && (b[2] & 255) == 0xff && (b[3] & 255) == 0x9b;
        boolean sixToFour = (b[0] & 255) == 0x20 && b[1] == 0x02;
        boolean compatible = true;
        for (int at = 0; at < 12; at++) {
            compatible &= b[at] == 0;
        }
        return unique || translated || sixToFour || compatible;
    }
}
