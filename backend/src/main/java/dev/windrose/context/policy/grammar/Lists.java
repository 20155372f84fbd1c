package dev.windrose.context.policy.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells what names are, and joins lists: "Germany, Austria and Switzerland" is one chunk. */
public final class Lists {

    static final Set<String> PLANS = Set.of(
            "Starter",
            "Basic",
            "Team",
            "Business",
            "Free",
            "Pro",
            "Premium",
            "Growth",
            "Standard",
            "Plus",
            "Professional");

    private static final Set<String> IN = Set.of(
            "in",
            "from",
            "based in",
            "located in",
            "come from",
            "comes from",
            "coming from",
            "aus",
            "registered in",
            "domiciled in");

    private final List<Chunk> chunks;

    private final Set<String> guessed;

    /** A word that usually is the name of a plan. */
    public static boolean plan(String name) {
        return PLANS.contains(name);
    }

    private Lists(List<Chunk> chunks, Set<String> guessed) {
        this.guessed = guessed;
        this.chunks = new ArrayList<>(chunks);
    }

    /** @param guessed gets a sentence for each name that nothing but its capital tells */
    static List<Chunk> in(List<Chunk> sentence, Set<String> guessed) {
        var lists = new Lists(sentence, guessed);
        if (sentence.stream().anyMatch(chunk -> chunk.is(Kind.DATA, Kind.SHARE, Kind.STORED))) {
            lists.placeAll();
        }
        lists.nameAll();
        lists.joinAll();
        return lists.chunks;
    }

    private void nameAll() {
        for (int i = 0; i < chunks.size(); i++) {
            var chunk = chunks.get(i);
            if (chunk.is(Kind.NAME)) {
                chunks.set(i, Chunk.of(Kind.ENT, fact(i) + "=" + chunk.value(), chunk.start(), chunk.end()));
                told(chunk.value(), chunks.get(i).value());
            }
        }
    }

    private void told(String name, String entity) {
        if (entity.startsWith("region=")) {
            guessed.add("%s is taken to be a region.".formatted(name));
        } else if (entity.startsWith("product=") || PLANS.contains(name) && entity.startsWith("plan=")) {
            guessed.add("%s is taken to be a product; none of the workspace has this name.".formatted(name));
        }
    }

    /** "customers in Bavaria". */
    private boolean placed(int at) {
        var before = at > 0 ? chunks.get(at - 1) : null;
        boolean in = before != null && before.is(Kind.GLUE) && IN.contains(before.value())
                || before != null && before.is(Kind.OUTSIDE)
                || at > 1
                        && before != null
                        && before.is(Kind.GLUE)
                        && chunks.get(at - 2).is(Kind.OUTSIDE)
                || before != null && before.is(Kind.REGIONWORD);
        return in
                && chunks.stream()
                        .anyMatch(chunk -> chunk.is(Kind.SUBJECT, Kind.ACT, Kind.DEALWORD, Kind.SELL, Kind.TRUTH));
    }

    /** Countries are places of data where data is spoken of. */
    private void placeAll() {
        boolean shared = chunks.stream().anyMatch(chunk -> chunk.is(Kind.DATA, Kind.SHARE));
        for (int i = 0; i < chunks.size(); i++) {
            var chunk = chunks.get(i);
            if (shared
                    && chunk.is(Kind.ENT)
                    && (chunk.value().startsWith("country=") || chunk.value().startsWith("place="))) {
                var name = chunk.value().substring(chunk.value().indexOf('=') + 1);
                chunks.set(i, Chunk.of(Kind.ENT, "data_location=" + place(name), chunk.start(), chunk.end()));
            }
        }
    }

    private static String place(String country) {
        return switch (country) {
            case "United States" -> "US";
            case "United Kingdom" -> "UK";
            default -> country;
        };
    }

    private String fact(int at) {
        var before = beside(at, -1);
        var after = beside(at, 1);
        if (before != null && before.is(Kind.PLANWORD) || after != null && after.is(Kind.PLANWORD)) {
            return "plan";
        }
        if (before != null && before.is(Kind.PRODUCTWORD)) {
            return "product";
        }
        if (before != null && before.is(Kind.LEAVE)) {
            return "stage_from";
        }
        boolean competes = chunks.stream().anyMatch(chunk -> chunk.is(Kind.COMPETE));
        if (competes) {
            return "competitor";
        }
        boolean staged = chunks.stream().anyMatch(chunk -> chunk.is(Kind.FIELD))
                || before != null && before.is(Kind.ENTER, Kind.STAGEWORD, Kind.STAGENAME)
                || after != null && after.is(Kind.STAGEWORD)
                || chunks.stream().anyMatch(chunk -> chunk.is(Kind.STAGEWORD));
        if (!staged && !PLANS.contains(chunks.get(at).value()) && placed(at)) {
            return "region";
        }
        return staged ? "stage_to" : PLANS.contains(chunks.get(at).value()) ? "plan" : "product";
    }

    private @Nullable Chunk beside(int at, int step) {
        for (int i = at + step; i >= 0 && i < chunks.size(); i += step) {
            if (!chunks.get(i).is(Kind.GLUE)) {
                return chunks.get(i);
            }
        }
        return null;
    }

    private void joinAll() {
        int at = 0;
        while (at < chunks.size()) {
            if (!join(at)) {
                at++;
            }
        }
    }

    /** Joins the list that begins here with its next member. */
    private boolean join(int at) {
        var first = chunks.get(at);
        if (!first.is(Kind.ENT, Kind.ROLE, Kind.FIELD, Kind.ACT)) {
            return false;
        }
        int joint = at + 1;
        boolean joined = false;
        while (joint < chunks.size()
                && (chunks.get(joint).is(Kind.COMMA, Kind.AND, Kind.OR, Kind.GLUE, Kind.ALSO, Kind.THEN, Kind.FIRST)
                        || chunks.get(joint).is(Kind.SUBJECT, Kind.PLANWORD)
                                && !joined
                                && first.is(Kind.ENT)
                                && !followedByOutcome(joint))) {
            joined |= chunks.get(joint).is(Kind.COMMA, Kind.AND, Kind.OR, Kind.THEN);
            joint++;
        }
        if (!joined || joint >= chunks.size()) {
            return false;
        }
        var second = chunks.get(joint);
        if (!second.is(first.kind()) || !head(first).equals(head(second)) || first.is(Kind.ROLE) && predicate(joint)) {
            return false;
        }
        var between = chunks.subList(at + 1, joint);
        if (!first.is(Kind.ENT, Kind.ACT) && between.stream().anyMatch(chunk -> chunk.is(Kind.OR))) {
            chunks.set(at, Chunk.of(Kind.UNKNOWN, "either of them", first.start(), second.end()));
            return false;
        }
        boolean also = between.stream().anyMatch(chunk -> chunk.is(Kind.ALSO));
        var then = between.stream().filter(chunk -> chunk.is(Kind.THEN)).findFirst();
        chunks.set(at, Chunk.of(first.kind(), joinedValue(first, second), first.start(), second.end()));
        for (int i = joint; i > at; i--) {
            chunks.remove(i);
        }
        then.ifPresent(chunk -> chunks.add(at + 1, chunk));
        if (also) {
            chunks.add(at + 1, Chunk.of(Kind.GLUE, "also", second.start(), second.end()));
        }
        return true;
    }

    private boolean followedByOutcome(int at) {
        return at + 1 >= chunks.size() || !chunks.get(at + 1).is(Kind.COMMA, Kind.AND, Kind.OR);
    }

    /** "the team lead approves, the CFO decides": each has a verb of its own. */
    private boolean predicate(int at) {
        return at + 1 < chunks.size() && chunks.get(at + 1).is(Kind.RANGE, Kind.IF);
    }

    private static String head(Chunk chunk) {
        return chunk.is(Kind.ENT) ? chunk.value().substring(0, chunk.value().indexOf('=')) : "";
    }

    private static String joinedValue(Chunk first, Chunk second) {
        return first.is(Kind.ENT)
                ? first.value() + "|" + second.value().substring(second.value().indexOf('=') + 1)
                : first.value() + "|" + second.value();
    }
}
