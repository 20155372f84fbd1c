package dev.windrose.intake.eval;

import dev.windrose.intake.names.InMemoryRecords;
import dev.windrose.intake.names.KnownRecord;
import dev.windrose.intake.reading.Message;
import dev.windrose.intake.reading.ReadMessage;
import dev.windrose.llm.Embeddings;
import dev.windrose.llm.heads.Heads;
import dev.windrose.llm.heads.SentenceHeads;
import java.lang.management.ManagementFactory;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/** How long the reader takes for a short note and for a long thread, beside a pass of plain patterns over the same text. */
public final class BenchReader {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-05-06T09:20:00+02:00");
    private static final List<String> NOTES = List.of(
            "Spoke to Ilse at Harbour Mills, round %d. They have our numbers for 24k and want to decide by 12 June.",
            "Harbour Mills: their lawyer sent draft %d back with changes, Ilse says the notice period is too long.",
            "The label printer at Harbour Mills stopped again, ticket %d please. Nobody can ship.",
            "Remind me to send Ilse offer %d by Friday, she loves the new planner.");
    private static final Pattern PLAIN = Pattern.compile(
            "\\b(?:signed|won|lost|offer|contract|call|meeting|by \\w+|[\\d.,]+k?|\\p{Lu}\\p{L}+ \\p{Lu}\\p{L}+)\\b");
    private static final int WARM_UP = 300;
    private static final int SHORT = 400;
    private static final int LONG = 40;
    private static final int WORDS = 2_000;

    private final Heads heads = new SentenceHeads(new Embeddings());
    private final InMemoryRecords known = new InMemoryRecords(List.of(
            new KnownRecord(
                    "company", "c1", "Harbour Mills", Map.of("name", "Harbour Mills", "customer_state", "using")),
            new KnownRecord(
                    "contact",
                    "p1",
                    "Ilse Brandt",
                    Map.of("name", "Ilse Brandt", "company_id", "c1", "company", "Harbour Mills")),
            new KnownRecord(
                    "deal",
                    "d1",
                    "Planner",
                    Map.of(
                            "product",
                            "Planner",
                            "company_id",
                            "c1",
                            "company",
                            "Harbour Mills",
                            "stage",
                            "discovery"))));

    private BenchReader() {}

    public static void main(String... arguments) {
        new BenchReader().run();
        System.exit(0);
    }

    private void run() {
        measure(WARM_UP, BenchReader::note);
        var notes = measure(SHORT, round -> note(round + WARM_UP));
        measure(LONG / 4, BenchReader::thread);
        var threads = measure(LONG, round -> thread(round + LONG));
        System.out.printf("Short note: %s (60 wanted)%n", notes.told());
        System.out.printf("Thread of 2,000 words: %s (400 wanted)%n", threads.told());
        System.out.printf(
                "Notes a second on one thread: %.0f%n",
                SHORT * 1000 / Arrays.stream(notes.clock()).sum());
        System.out.printf(
                "A plain pattern over the same: %.3f ms and %.2f ms p95%n",
                at(plain(SHORT, BenchReader::note), 95), at(plain(LONG, BenchReader::thread), 95));
    }

    private static String note(int round) {
        return NOTES.get(round % NOTES.size()).formatted(round);
    }

    private static String thread(int round) {
        var text = new StringBuilder();
        int words = 0;
        for (int i = round * 31; words < WORDS; i++) {
            var note = note(i);
            words += note.split(" ").length;
            text.append(note).append(i % 3 == 0 ? "\n\n" : " ");
        }
        return text.toString();
    }

    /** Time on the clock, and time on the processor, which other work on the machine does not lengthen. */
    private record Times(double[] clock, double[] processor) {

        String told() {
            return "p50 %.1f ms, p95 %.1f ms; on the processor p50 %.1f ms, p95 %.1f ms"
                    .formatted(at(clock, 50), at(clock, 95), at(processor, 50), at(processor, 95));
        }
    }

    private Times measure(int rounds, IntFunction<String> texts) {
        var threads = ManagementFactory.getThreadMXBean();
        var millis = new double[rounds];
        var processor = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            var message = new Message(
                    texts.apply(round), "chat", NOW, new Message.Author("Nadia Feld", "Account Executive"), null, null);
            long start = System.nanoTime();
            long busy = threads.getCurrentThreadCpuTime();
            ReadMessage.of(message, known, heads);
            processor[round] = (threads.getCurrentThreadCpuTime() - busy) / 1e6;
            millis[round] = (System.nanoTime() - start) / 1e6;
        }
        return new Times(millis, processor);
    }

    private static double[] plain(int rounds, IntFunction<String> texts) {
        var millis = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            var text = texts.apply(round);
            long start = System.nanoTime();
            long found = PLAIN.matcher(text).results().count();
            millis[round] = found < 0 ? 0 : (System.nanoTime() - start) / 1e6;
        }
        return millis;
    }

    private static double at(double[] millis, int percent) {
        var sorted = millis.clone();
        Arrays.sort(sorted);
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }
}
