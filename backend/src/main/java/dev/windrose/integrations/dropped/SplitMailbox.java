package dev.windrose.integrations.dropped;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The mails of an mbox file (RFC 4155).
 *
 * @param mails the first ones, as they came
 * @param count how many there are
 */
record SplitMailbox(List<byte[]> mails, int count) {

    static final int MOST = 100;

    private static final Pattern BEGINNING =
            Pattern.compile("(?m)(?:\\A|(?<=\\n)\\r?\\n)From [^\\r\\n]*\\d{4}[^\\r\\n]*\\r?\\n");
    private static final Pattern QUOTED = Pattern.compile("(?m)^>(>*From )");

    static SplitMailbox of(byte[] file) {
        // One byte is one letter, so that each mail keeps its own encoding.
        String whole = new String(file, StandardCharsets.ISO_8859_1);
        var mails = new ArrayList<byte[]>();
        int count = 0;
        int from = -1;
        var beginning = BEGINNING.matcher(whole);
        while (beginning.find()) {
            count += add(whole, from, beginning.start(), mails);
            from = beginning.end();
        }
        count += add(whole, from, whole.length(), mails);
        return new SplitMailbox(List.copyOf(mails), count);
    }

    private static int add(String whole, int from, int end, List<byte[]> mails) {
        if (from < 0 || whole.substring(from, end).isBlank()) {
            return 0;
        }
        if (mails.size() < MOST) {
            mails.add(
                    QUOTED.matcher(whole.substring(from, end)).replaceAll("$1").getBytes(StandardCharsets.ISO_8859_1));
        }
        return 1;
    }
}
