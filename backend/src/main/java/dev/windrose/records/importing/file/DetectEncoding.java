package dev.windrose.records.importing.file;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** In which encoding a text is written: marks and zeros tell, then whether it is UTF-8, then which of the old ones gives letters. */
final class DetectEncoding {

    private static final int BLOCK = 1 << 16;
    private static final String USUAL = "windows-1252";
    private static final List<String> EASTERN = List.of("Shift_JIS", "EUC-KR", "GB18030", "Big5");
    private static final List<String> SINGLE = List.of("windows-1251", "windows-1253");
    private static final double SURE = 0.9;

    private DetectEncoding() {}

    static String of(Path file, byte[] head) throws IOException {
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return "UTF-8";
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return "UTF-16LE";
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return "UTF-16BE";
        }
        double even = zeros(head, 0);
        double odd = zeros(head, 1);
        if (odd > 0.3 && even < 0.05) {
            return "UTF-16LE";
        }
        if (even > 0.3 && odd < 0.05) {
            return "UTF-16BE";
        }
        return isUtf8(file) ? "UTF-8" : old(sample(file));
    }

    static boolean startsWith(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (head.length <= i || (head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static double zeros(byte[] head, int first) {
        int zeros = 0;
        int all = 0;
        for (int i = first; i < head.length; i += 2) {
            all++;
            zeros += head[i] == 0 ? 1 : 0;
        }
        return all < 4 ? 0 : (double) zeros / all;
    }

    private static boolean isUtf8(Path file) throws IOException {
        var strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var reader = new InputStreamReader(Files.newInputStream(file), strict)) {
            var buffer = new char[BLOCK];
            while (reader.read(buffer) >= 0) {
                continue;
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Whole lines around what is not plain, from the beginning of the file. */
    private static byte[] sample(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            for (byte[] block = in.readNBytes(BLOCK); block.length > 0; block = in.readNBytes(BLOCK)) {
                for (byte one : block) {
                    if (one < 0) {
                        int end = block.length;
                        while (end > 0 && block[end - 1] < 0) {
                            end--;
                        }
                        return Arrays.copyOf(block, end);
                    }
                }
            }
            return new byte[0];
        }
    }

    private static String old(byte[] sample) {
        for (String name : EASTERN) {
            if (Charset.isSupported(name) && eastern(sample, name) >= SURE) {
                return name;
            }
        }
        for (String name : SINGLE) {
            if (Charset.isSupported(name) && single(sample, name) >= SURE) {
                return name;
            }
        }
        return USUAL;
    }

    /** The share of characters that are everyday ones of the script, among those that are not plain. */
    private static double eastern(byte[] sample, String name) {
        String text;
        try {
            text = Charset.forName(name)
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(sample))
                    .toString();
        } catch (CharacterCodingException e) {
            return 0;
        }
        long other = text.chars().filter(c -> c > 127).count();
        long usual = text.chars().filter(c -> c > 127 && everyday(c, name)).count();
        return other < 4 || !inRuns(text) ? 0 : (double) usual / other;
    }

    /** Words of these scripts stand together; an accent read as one stands alone between plain letters. */
    private static boolean inRuns(String text) {
        long other = 0;
        long beside = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                other++;
                boolean before = i > 0 && text.charAt(i - 1) > 127;
                boolean after = i + 1 < text.length() && text.charAt(i + 1) > 127;
                beside += before || after ? 1 : 0;
            }
        }
        return beside > other * 0.6;
    }

    private static boolean everyday(int c, String name) {
        boolean kana = c >= 0x3040 && c <= 0x30FF;
        boolean han = c >= 0x4E00 && c <= 0x9FFF;
        boolean hangul = c >= 0xAC00 && c <= 0xD7A3;
        boolean signs = c >= 0x3000 && c <= 0x303F || c >= 0xFF01 && c <= 0xFF5E;
        return signs
                || switch (name) {
                    case "Shift_JIS" -> kana || han;
                    case "EUC-KR" -> hangul;
                    default -> han;
                };
    }

    /** Words of one script next to each other, as whole words of Cyrillic or Greek are; Latin words hold a single accent. */
    private static double single(byte[] sample, String name) {
        String text = new String(sample, Charset.forName(name));
        long pairs = 0;
        long script = 0;
        for (int i = 1; i < text.length(); i++) {
            char one = text.charAt(i - 1);
            char next = text.charAt(i);
            if (one > 127 && next > 127) {
                pairs++;
                script += belongs(one, name) && belongs(next, name) && !Character.isUpperCase(next) ? 1 : 0;
            }
        }
        long other = text.chars().filter(c -> c > 127).count();
        return pairs < 4 || pairs * 3 < other ? 0 : (double) script / pairs;
    }

    private static boolean belongs(char c, String name) {
        var script = Character.UnicodeScript.of(c);
        return switch (name) {
            case "windows-1251" -> script == Character.UnicodeScript.CYRILLIC;
            case "windows-1253" -> script == Character.UnicodeScript.GREEK;
            default -> false;
        };
    }
}
