package dev.windrose.structure;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Looks at every statement that reads a table of records: it asks what the actor may see, or stands here with its reason. */
class GuardedReadsTests {

    private static final String LESSON = """
            A statement reads a table of records without asking what the actor may see. Write {see:<type>:<alias>} where the condition on the row \
            belongs and pass the statement through AccessSql.guard, or give the reason here why it needs none.""";

    private static final Pattern STRINGS =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern READS = Pattern.compile("\\b(?:from|join)\\s+(\\w+)");
    private static final Pattern MARKS = Pattern.compile("\\{see:[^}]*}");
    private static final Path MAIN = Path.of("src/main/java/dev/windrose");
    /** Tables that tell of records and belong to none of them. */
    private static final Set<String> TELLING = Set.of("record_history", "change_operations", "record_periods");

    private static final String RULE = "a rule of the product, told to nobody";
    private static final String GUARDED_BEFORE = "the caller reads the record first, which asks";

    /** The file, then how many of its reads ask nobody, and why. */
    private static final Map<String, Map.Entry<Integer, String>> REASONS = Map.ofEntries(
            entry("agents/advise/StageStore.java", entry(2, "periods joined to a guarded row")),
            entry("context/entry/ClearanceStore.java", entry(1, "is part of the condition itself")),
            entry("context/entry/EntryStore.java", entry(3, RULE)),
            entry("context/entry/EntryHomeStore.java", entry(1, "counts operations joined to a guarded row")),
            entry("context/entry/NodeStore.java", entry(7, RULE)),
            entry("context/tree/TreeStore.java", entry(8, RULE)),
            entry("context/use/SayingStore.java", entry(2, "words to be looked for in texts, told to nobody")),
            entry("context/use/UseStore.java", entry(1, "history of a guarded row")),
            entry("context/entry/RetentionStore.java", entry(3, "what the daily upkeep erases, shown to nobody")),
            entry(
                    "context/policy/PolicyEntryStore.java",
                    entry(2, "rules of policies hold for everybody; who reads their text is asked later")),
            entry(
                    "context/policy/PolicyCompanyStore.java",
                    entry(3, "rules of policies hold for everybody; what they read is told to nobody")),
            entry(
                    "context/policy/PolicyNameStore.java",
                    entry(5, "names for the compiler, which tells only what the clause says itself")),
            entry("crm/ContactStore.java", entry(4, RULE)),
            entry("crm/ContactConsentStore.java", entry(1, RULE)),
            entry("crm/LostReasonStore.java", entry(1, RULE)),
            entry("crm/contact/MembershipStore.java", entry(2, RULE)),
            entry(
                    "crm/file/FileStore.java",
                    entry(8, RULE + "; whoever takes the whole workspace along; words for the index of the search")),
            entry("crm/LastContactStore.java", entry(7, RULE)),
            entry("crm/company/AccountTeamStore.java", entry(1, RULE)),
            entry("crm/company/CompaniesOfPeople.java", entry(3, "is part of the condition itself")),
            entry("crm/company/CompanyStore.java", entry(5, RULE + "; the history asks for its company")),
            entry("crm/demo/SeedRowsStore.java", entry(1, "fills a new workspace")),
            entry(
                    "crm/pipeline/PipelineStore.java",
                    entry(1, "counts for whoever manages pipelines, of whatever stage")),
            entry("crm/territory/TerritoryStore.java", entry(5, RULE)),
            entry("crm/timeline/TimelineStore.java", entry(2, "history joined to a guarded row")),
            entry("intake/learning/EvaluationStore.java", entry(2, "counts only")),
            entry(
                    "intake/learning/ExampleStore.java",
                    entry(1, "what stood before a correction that the actor has just written")),
            entry(
                    "intake/NameStore.java",
                    entry(5, "fills the memory of names; SeenNames asks for what is taken from it")),
            entry(
                    "journeys/track/NamedRecordStore.java",
                    entry(4, "whom events name, by a write key; whose they are is told to nobody who hands them in")),
            entry("journeys/track/RecordEventStore.java", entry(11, RULE)),
            entry("journeys/track/VisitorStore.java", entry(4, RULE)),
            entry("records/SystemFields.java", entry(1, "history of a guarded row; MaskRecords masks it")),
            entry(
                    "records/importing/WrittenRowStore.java",
                    entry(1, "whoever does not see all sees imports of their own only, without hidden fields")),
            entry("records/change/EraseStore.java", entry(3, "removes what is in the bin, shown to nobody")),
            entry("records/change/ChangedRecordStore.java", entry(2, "events for the product's own subscriptions")),
            entry("records/change/ChangeSetStore.java", entry(3, "SeenChanges leaves out what is not seen")),
            entry("records/periods/PeriodStore.java", entry(7, GUARDED_BEFORE + "; the others write")),
            entry(
                    "records/periods/LaidPeriodStore.java",
                    entry(4, "read to be replaced by LoadPast, which asks who may write; the others write")),
            entry(
                    "records/duplicates/MovedRowStore.java",
                    entry(1, "what lies beside a record moves with it, whoever merges")),
            entry("records/query/HistoryStore.java", entry(1, GUARDED_BEFORE)),
            entry("records/query/PastStore.java", entry(4, "what it rebuilds is asked for by StatementScope")),
            entry("records/query/RewindSql.java", entry(1, "history joined to rows that StatementScope asks for")),
            entry("records/query/PseudoFieldSql.java", entry(1, "history of a guarded row")),
            entry(
                    "workspace/archive/TrainingStore.java",
                    entry(2, "for administrators only, who see every record; hidden fields are left out")),
            entry("workspace/CommentStore.java", entry(1, "whether a guarded comment has been answered")));

    @Test
    void askWhatTheActorMaySee() throws IOException {
        var tables = tables();
        var found = new TreeMap<String, Integer>();
        for (Path file : JavaSources.allFiles()) {
            if (file.toString().contains("src/main")) {
                int bare = bare(Files.readString(file), tables);
                if (bare > 0) {
                    found.put(JavaSources.shortName(file), bare);
                }
            }
        }
        var fresh = new TreeSet<String>();
        found.forEach((file, bare) -> {
            int known = REASONS.containsKey(file) ? REASONS.get(file).getKey() : 0;
            if (bare > known) {
                fresh.add("%s: %d, of which %d have a reason".formatted(file, bare, known));
            }
        });
        assertThat(fresh).as(LESSON).isEmpty();
        assertThat(REASONS.keySet().stream()
                        .filter(file -> Files.exists(MAIN.resolve(file)) && !found.containsKey(file)))
                .as("These ask now. Take them out of the list.")
                .isEmpty();
    }

    private static int bare(String source, Set<String> tables) {
        int reads = 0;
        int marks = 0;
        var strings = STRINGS.matcher(source);
        while (strings.find()) {
            String text = strings.group(1) == null ? strings.group(2) : strings.group(1);
            reads += (int) READS.matcher(text)
                    .results()
                    .filter(read -> tables.contains(read.group(1)))
                    .count();
            marks += (int) MARKS.matcher(text).results().count();
        }
        return Math.max(0, reads - marks);
    }

    private static Set<String> tables() throws IOException {
        var finished = Pattern.compile("finish_record_table\\('(\\w+)'\\)");
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/db/migration"))) {
            var tables = new TreeSet<>(TELLING);
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".sql")).collect(Collectors.toList())) {
                finished.matcher(Files.readString(file)).results().forEach(table -> tables.add(table.group(1)));
            }
            return tables;
        }
    }
}
