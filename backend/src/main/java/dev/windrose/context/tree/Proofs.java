package dev.windrose.context.tree;

import dev.windrose.records.RecordData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether a message may be said to outsiders, and what stands behind it. */
public final class Proofs {

    /** Days before its end from which a message counts as expiring. */
    public static final int SOON = 30;

    private static final Set<String> FREE = Set.of("granted", "not_needed");

    private Proofs() {}

    /** Whether outsiders may be told: live, public, and nobody has to be asked any more. */
    public static boolean citable(RecordData entry, LocalDate today) {
        return whyNotCitable(entry, today).isEmpty();
    }

    /** A sentence for each reason. */
    public static List<String> whyNotCitable(RecordData entry, LocalDate today) {
        var reasons = new ArrayList<String>();
        if (!live(entry, today)) {
            reasons.add("It is not live.");
        }
        if (!"public".equals(entry.value("sensitivity"))) {
            reasons.add("It is %s, not public.".formatted(entry.values().getOrDefault("sensitivity", "internal")));
        }
        String citation = citation(entry);
        if (!FREE.contains(citation)) {
            reasons.add(
                    switch (citation) {
                        case "asked" -> "The customer has been asked and has not answered.";
                        case "refused" -> "The customer does not want to be named.";
                        default -> "Nobody has written down whether the customer may be named.";
                    });
        }
        return reasons;
    }

    /** {@code granted}, {@code asked}, {@code refused}, {@code not_needed}, or empty. */
    public static String citation(RecordData entry) {
        return entry.value("details") instanceof Map<?, ?> details && details.get("citation") instanceof String told
                ? told
                : "";
    }

    static boolean live(RecordData entry, LocalDate today) {
        return "live".equals(entry.value("status")) && Days.of(entry.values()).hold(today);
    }

    static boolean expired(RecordData entry, LocalDate today) {
        return "expired".equals(entry.value("status"))
                || entry.value("effective_to") instanceof LocalDate to && to.isBefore(today);
    }

    static boolean withoutSource(RecordData entry) {
        return entry.value("source") == null && entry.value("source_url") == null;
    }

    static List<Badge> badges(RecordData entry, NodeKind kind, int variants, LocalDate today) {
        var badges = new ArrayList<Badge>();
        if (expired(entry, today)) {
            badges.add(new Badge(Badge.Code.EXPIRED, "Expired"));
        } else if (entry.value("effective_to") instanceof LocalDate to && !to.isAfter(today.plusDays(SOON))) {
            badges.add(new Badge(Badge.Code.EXPIRING, "Expires on " + to));
        }
        if (kind.isProof() && withoutSource(entry)) {
            badges.add(new Badge(Badge.Code.NO_SOURCE, "No source"));
        }
        if (kind.isProof() && !FREE.contains(citation(entry)) || isPrivateProof(entry, kind)) {
            badges.add(new Badge(Badge.Code.NOT_CITABLE, String.join(" ", whyNotCitable(entry, today))));
        }
        if (variants > 0) {
            badges.add(new Badge(Badge.Code.VARIANTS, variants == 1 ? "1 variant" : variants + " variants"));
        }
        if (!"live".equals(entry.value("status")) && !expired(entry, today)) {
            badges.add(new Badge(
                    Badge.Code.NOT_LIVE, String.valueOf(entry.value("status")).replace('_', ' ')));
        }
        return badges;
    }

    private static boolean isPrivateProof(RecordData entry, NodeKind kind) {
        return kind.isProof() && !"public".equals(entry.value("sensitivity"));
    }
}
