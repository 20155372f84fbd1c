package dev.windrose.context.claim;

import dev.windrose.llm.Embeddings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Scores the check of claims on labelled sentences or drafts; prints totals only, so that a kept half stays unread. */
public final class EvalClaims {

    private static final String OWN = "Tidewater Instruments";
    private static final List<String> CLASSES = List.of("supported", "contradicted", "unsupported");

    private final ExampleEntries entries;
    private final Library library;
    private final PrintStream out;
    private final Tally tally = new Tally();
    private boolean shows;

    private EvalClaims(Path entriesFolder, Path companies, PrintStream out) throws IOException {
        this.entries = new ExampleEntries(entriesFolder, LocalDate.now(java.time.ZoneOffset.UTC));
        var embeddings = new Embeddings();
        Map<String, float[]> kept = new ConcurrentHashMap<>();
        this.library = new Library(
                entries.sources().stream().map(Shelf::of).toList(),
                OWN,
                entries.products(),
                entries.companies(List.of(companies)),
                text -> kept.computeIfAbsent(text, embeddings::of));
        this.out = out;
    }

    /** Arguments: {@code --cases FILE --entries DIR --companies FILE}. */
    public static void main(String[] arguments) throws IOException {
        var options = new TreeMap<String, String>();
        var given = new ArrayList<>(List.of(arguments));
        boolean show = given.remove("--show");
        for (int i = 0; i + 1 < given.size(); i += 2) {
            options.put(given.get(i), given.get(i + 1));
        }
        if (!options.keySet().containsAll(List.of("--cases", "--entries", "--companies"))) {
            throw new IllegalArgumentException("Usage: ./windrose eval claims --cases FILE");
        }
        var eval = new EvalClaims(Path.of(options.get("--entries")), Path.of(options.get("--companies")), System.out);
        eval.show(show, Path.of(options.get("--cases")));
        var cases = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(Path.of(options.get("--cases")))) {
            cases.add(JsonMapper.shared().readTree(line));
        }
        if (cases.getFirst().has("claims")) {
            eval.drafts(cases);
        } else {
            eval.sentences(cases);
        }
        System.exit(0);
    }

    /** What came out wrong, but never of a half that is to stay unread. */
    private void show(boolean wanted, Path file) {
        if (wanted && file.getFileName().toString().contains("kept")) {
            throw new IllegalArgumentException("A kept half is only scored.");
        }
        shows = wanted;
    }

    private void sentences(List<JsonNode> cases) {
        var check = new CheckText(library, true, List.of());
        for (var one : cases) {
            var text = one.path("text").asString();
            var piece = new SplitText.Piece(ClaimText.whole(text), text, SplitText.Role.SENTENCE);
            var judged = check.read(List.of(piece)).getFirst().judged();
            var verdict = judged.verdict();
            if (shows && !verdict.wire().equals(one.path("label").asString())) {
                out.println("%s > %s: %s%n    %s"
                        .formatted(one.path("label").asString(), verdict.wire(), text, told(judged)));
            }
            tally.add(one.path("label").asString(), verdict.wire(), traps(one));
        }
        tally.print(out);
        speed(String.join(
                " ",
                cases.stream().limit(33).map(one -> one.path("text").asString()).toList()));
    }

    private static String told(Judged judged) {
        var match = judged.match();
        return match == null
                ? judged.why()
                : "%s | %s | score %.2f like %.2f close %.2f guarded %s strange %s turn %s wider %s wrong %s other %s/%s/%s %s"
                        .formatted(
                                match.source().title(),
                                match.nearest().text(),
                                Weigh.score(match),
                                Weigh.likeness(match),
                                match.close(),
                                match.guarded(),
                                match.strange(),
                                match.turn(),
                                match.wider(),
                                match.numbers().stream()
                                        .map(one -> one.outcome())
                                        .toList(),
                                match.otherProduct(),
                                match.otherCustomer(),
                                match.unnamedCustomer(),
                                judged.why());
    }

    private void drafts(List<JsonNode> cases) {
        int wanted = 0;
        int found = 0;
        int more = 0;
        var brand = new Brand();
        for (var one : cases) {
            var text = one.path("text").asString();
            var pieces = SplitText.of(text);
            var read = new CheckText(library, true, List.of()).read(pieces);
            var open = new ArrayList<>(read.stream()
                    .filter(each -> each.judged().verdict() != Verdict.NO_CLAIM)
                    .toList());
            for (var claim : one.path("claims")) {
                wanted++;
                var words = claim.path("text").asString();
                var same = open.stream()
                        .filter(each -> each.piece().text().contains(words)
                                || words.contains(each.piece().text()))
                        .findFirst();
                found += same.isPresent() ? 1 : 0;
                same.ifPresent(open::remove);
                tally.add(
                        claim.path("label").asString(),
                        same.map(each -> each.judged().verdict().wire()).orElse("no_claim"),
                        traps(claim));
            }
            more += open.size();
            brand.add(
                    one,
                    new CheckBrand(
                                    entries.brand(),
                                    text,
                                    pieces,
                                    one.path("language").asString(),
                                    one.path("kind").asString())
                            .findings());
        }
        out.printf(
                "claims of the drafts found: %d of %d; sentences taken for claims that are none: %d%n",
                found, wanted, more);
        tally.print(out);
        brand.print(out);
        speed(cases.getFirst().path("text").asString());
    }

    private static List<String> traps(JsonNode one) {
        return one.path("traps").valueStream().map(JsonNode::asString).toList();
    }

    /** Four hundred words against the entries four times over, so about five hundred. */
    private void speed(String text) {
        var many = new ArrayList<Shelf>();
        int copies = Math.max(1, 500 / Math.max(1, entries.sources().size()) + 1);
        for (int i = 0; i < copies; i++) {
            int copy = i;
            entries.sources().forEach(source -> many.add(Shelf.of(copy(source, copy))));
        }
        var words = (text + " ")
                .repeat(1 + 400 / Math.max(1, ReadingLevel.words(text)))
                .split("\\s+");
        var draft = String.join(" ", List.of(words).subList(0, Math.min(400, words.length)));
        var cut = many.subList(0, Math.min(500, many.size()));
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 4; round++) {
            long begin = System.nanoTime();
            var big = new Library(
                    cut,
                    OWN,
                    entries.products(),
                    List.copyOf(library.known().companies().values()),
                    library.vectors());
            new CheckText(big, true, List.of()).read(SplitText.of(draft));
            best = Math.min(best, System.nanoTime() - begin);
        }
        out.printf("400 words against %d entries, warm, best of four: %d ms%n", cut.size(), best / 1_000_000);
    }

    private static Source copy(Source one, int copy) {
        return new Source(
                one.id() + copy,
                one.version(),
                one.kind(),
                one.title(),
                one.body(),
                one.facts(),
                one.origin(),
                one.language(),
                one.sensitivity(),
                one.products(),
                one.customer(),
                one.citation(),
                one.standing());
    }

    /** Confusions, as counts. */
    private static final class Tally {
        private final Map<String, Integer> confused = new TreeMap<>();
        private final Map<String, int[]> byTrap = new TreeMap<>();
        private int guarded;
        private int missed;

        void add(String label, String verdict, List<String> traps) {
            confused.merge(label + " > " + verdict, 1, Integer::sum);
            for (var trap : traps) {
                var counts = byTrap.computeIfAbsent(trap, any -> new int[2]);
                counts[0] += label.equals(verdict) ? 1 : 0;
                counts[1]++;
            }
            if (traps.stream().anyMatch(trap -> trap.startsWith("wrong_"))) {
                guarded++;
                missed += verdict.equals("supported") ? 1 : 0;
            }
        }

        void print(PrintStream out) {
            double sum = 0;
            for (var label : CLASSES) {
                int right = confused.getOrDefault(label + " > " + label, 0);
                int truth = count(label + " > ", true);
                int said = count(" > " + label, false);
                double f1 = 2.0 * right / Math.max(1, truth + said);
                out.printf(
                        "%-13s precision %.3f recall %.3f F1 %.3f (%d)%n",
                        label, right / (double) Math.max(1, said), right / (double) Math.max(1, truth), f1, truth);
                sum += f1 / CLASSES.size();
            }
            out.printf(
                    "macro-F1 %.3f; a verdict on a sentence that claims nothing counts against its precision, a claim taken for none against its recall%n",
                    sum);
            confused.forEach((pair, times) -> out.printf("  %-32s %d%n", pair, times));
            byTrap.forEach((trap, counts) -> out.printf("  trap %-16s %d of %d right%n", trap, counts[0], counts[1]));
            out.printf("wrong numbers, customers and names never supported: %d of %d%n", guarded - missed, guarded);
        }

        private int count(String part, boolean first) {
            return confused.entrySet().stream()
                    .filter(one ->
                            first ? one.getKey().startsWith(part) : one.getKey().endsWith(part))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }
    }

    /** Findings about wording and lengths, beside those labelled. */
    private static final class Brand {
        private int right;
        private int said;
        private int wanted;

        void add(JsonNode draft, List<ClaimReport.BrandFinding> findings) {
            var open = new ArrayList<>(
                    draft.path("brand").valueStream().map(JsonNode::asString).toList());
            wanted += open.size();
            for (var finding : findings) {
                var name =
                        switch (finding.rule()) {
                            case "banned_word" -> "banned word: " + finding.word();
                            case "sentence_too_long" -> "sentence too long";
                            case "text_too_long" -> "text too long";
                            case "exclamation_mark" -> "exclamation mark";
                            default -> "";
                        };
                said += name.isEmpty() ? 0 : 1;
                right += open.remove(name) ? 1 : 0;
            }
        }

        void print(PrintStream out) {
            out.printf(
                    "brand: precision %.3f recall %.3f (%d labelled)%n",
                    right / (double) Math.max(1, said), right / (double) Math.max(1, wanted), wanted);
        }
    }
}
