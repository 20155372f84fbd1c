package dev.windrose.structure;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.testing.WindroseTest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Looks at every statement that asks what the actor may see: each field that can be hidden from a role is shown or used by its mark, or stands
 * here with its reason.
 */
@WindroseTest
class MarkedColumnsTests {

    private static final String LESSON = """
            A statement reads a field that may be hidden from a role. Write {show:<type>.<field>:<alias>.<field>} for what it answers with and \
            {uses:<type>:<field>} for what it finds rows by, or give the reason here why it needs neither.""";

    private static final Pattern STRINGS =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern SEES = Pattern.compile("\\{see:([a-z0-9_]+):([a-z0-9_]+)}");
    private static final Pattern USES = Pattern.compile("\\{uses:([a-z0-9_]+):([a-z0-9_,]+)}");
    private static final Pattern MARKS = Pattern.compile("\\{[a-z]+:[^}]*}");

    /** What notes, comments and files are about, without which they are seen by nobody. */
    private static final Set<String> ABOUT = Set.of("record_type", "record_id");

    private static final String WORKED_OUT = "a field worked out from a hidden one is hidden itself";
    private static final String MASKED_AFTER = "MaskTimeline takes hidden fields out of what was read";

    /** The file, then the reason, then the fields. */
    private static final Map<String, Map.Entry<String, Set<String>>> REASONS = Map.ofEntries(
            entry(
                    "context/entry/EntryHomeStore.java",
                    entry(
                            "counts where entries stand that the actor reads",
                            Set.of(
                                    "context_entry.category",
                                    "context_entry.effective_to",
                                    "context_entry.kind",
                                    "context_entry.status",
                                    "message_tree.product_id"))),
            entry(
                    "context/entry/RetentionStore.java",
                    entry(
                            "for administrators, who see every field",
                            Set.of(
                                    "context_entry.category",
                                    "context_entry.effective_to",
                                    "context_entry.kind",
                                    "context_entry.status"))),
            entry("crm/Deal.java", entry(WORKED_OUT, Set.of("interaction.date", "interaction.deal_id"))),
            entry(
                    "crm/company/Company.java",
                    entry(WORKED_OUT, Set.of("company.parent_company", "contact.company_id", "contact.is_primary"))),
            entry("crm/NextStepStore.java", entry("joins what the mark shows", Set.of("deal.company_id"))),
            entry(
                    "intake/IntakeStore.java",
                    entry(
                            "whoever has hidden fields goes on with their own words only",
                            Set.of("user_prompt_log.raw_input"))),
            entry("crm/territory/TerritoryStore.java", entry("a rule of the product", Set.of("company.territory_id"))),
            entry(
                    "crm/timeline/TimelineStore.java",
                    entry(
                            MASKED_AFTER,
                            Set.of(
                                    "interaction.body",
                                    "interaction.channel",
                                    "interaction.contacts",
                                    "interaction.date",
                                    "interaction.deal_id",
                                    "interaction.interaction_type",
                                    "objection.category",
                                    "objection.competitor",
                                    "objection.contact_id",
                                    "objection.deal_id",
                                    "objection.response",
                                    "objection.status",
                                    "feedback.body",
                                    "feedback.contact_id",
                                    "feedback.product_id",
                                    "feedback.sentiment"))),
            entry(
                    "work/TaskStore.java",
                    entry(
                            MASKED_AFTER + "; whoever is told of an own task sees its deal by the mark",
                            Set.of(
                                    "task.assignee_id",
                                    "task.completed_at",
                                    "task.deal_id",
                                    "task.company_id",
                                    "task.description",
                                    "task.due_date",
                                    "task.priority",
                                    "task.status"))),
            entry(
                    "workspace/archive/TrainingStore.java",
                    entry(
                            "for administrators only; fields hidden from anybody are left out",
                            Set.of(
                                    "user_prompt_log.company_id",
                                    "user_prompt_log.contact_id",
                                    "user_prompt_log.deal_id",
                                    "user_prompt_log.employee_id",
                                    "user_prompt_log.interaction_type",
                                    "user_prompt_log.raw_input",
                                    "deal.deal_signing_date",
                                    "deal.deal_state",
                                    "deal.stage",
                                    "contact.consent_state",
                                    "contact.suppressed"))));

    @Autowired
    Descriptors descriptors;

    @Test
    void markWhatMayBeHidden() throws IOException {
        var types = new HashMap<String, Descriptor>();
        descriptors.all().forEach(type -> types.put(type.name(), type));
        var found = new TreeMap<String, Set<String>>();
        for (var file : JavaSources.allFiles()) {
            if (file.toString().contains("src/main")) {
                var bare = bare(Files.readString(file), types);
                if (!bare.isEmpty()) {
                    found.put(JavaSources.shortName(file), bare);
                }
            }
        }
        var fresh = new TreeMap<String, Set<String>>();
        found.forEach((file, fields) -> {
            var unknown = new TreeSet<>(fields);
            unknown.removeAll(known(file));
            if (!unknown.isEmpty()) {
                fresh.put(file, unknown);
            }
        });
        assertThat(fresh).as(LESSON).isEmpty();
        REASONS.forEach((file, reason) -> assertThat(found.getOrDefault(file, Set.of()))
                .as("%s marks some of these now. Take them out of the list.", file)
                .containsAll(reason.getValue()));
    }

    private static Set<String> known(String file) {
        return REASONS.containsKey(file) ? REASONS.get(file).getValue() : Set.of();
    }

    private static Set<String> bare(String source, Map<String, Descriptor> types) {
        var bare = new TreeSet<String>();
        STRINGS.matcher(source).results().forEach(string -> {
            String text = string.group(1) == null ? string.group(2) : string.group(1);
            var used = new TreeSet<String>();
            USES.matcher(text).results().forEach(mark -> List.of(mark.group(2).split(","))
                    .forEach(field -> used.add(mark.group(1) + "." + field)));
            String plain = MARKS.matcher(text).replaceAll("");
            var read = new TreeSet<String>();
            SEES.matcher(text)
                    .results()
                    .forEach(mark -> read.addAll(columns(plain, mark.group(2), types.get(mark.group(1)))));
            read.removeAll(used);
            bare.addAll(read);
        });
        return bare;
    }

    /** Fields of the type that can be hidden and that the alias names without a mark. */
    private static Set<String> columns(String text, String alias, Descriptor type) {
        var columns = new TreeSet<String>();
        Pattern.compile("\\b" + alias + "\\.(\\w+)").matcher(text).results().forEach(read -> type.field(
                        read.group(1).replaceFirst("_key$", ""))
                .filter(field -> !ABOUT.contains(field.name())
                        && !field.name().equals(type.titleField())
                        && !field.section().equals("System"))
                .ifPresent(field -> columns.add(type.name() + "." + field.name())));
        return columns;
    }
}
