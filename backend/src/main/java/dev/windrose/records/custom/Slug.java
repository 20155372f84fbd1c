package dev.windrose.records.custom;

import java.text.Normalizer;
import java.util.Locale;

/** Names made from labels. */
final class Slug {

    /** Keeps what workspaces add apart from what later releases build in. */
    static final String OWN = "c_";

    private static final int LONGEST = 48;

    private Slug() {}

    /** Lower case letters, digits and underscores; empty where the label has none of them. */
    static String of(String label) {
        String plain = Normalizer.normalize(label, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST).replaceAll("_+$", "");
    }

    static String own(String label) {
        String slug = of(label);
        return slug.startsWith(OWN) ? slug : OWN + slug;
    }
}
