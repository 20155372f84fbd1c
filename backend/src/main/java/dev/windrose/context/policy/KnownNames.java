package dev.windrose.context.policy;

import dev.windrose.context.policy.grammar.Vocabulary;
import dev.windrose.records.ChoiceOption;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Names that clauses of the workspace in scope may use: of products, competitors, stages, segments, regions and roles, and of its own fields of deals. */
@Component
class KnownNames {

    private static final int MOST = 1_000;

    private final Records records;
    private final Descriptors descriptors;
    private final PolicyNameStore names;

    KnownNames(Records records, Descriptors descriptors, PolicyNameStore names) {
        this.names = names;
        this.records = records;
        this.descriptors = descriptors;
    }

    Vocabulary vocabulary() {
        return Vocabulary.NONE
                .withProducts(titles("product"))
                .withCompetitors(titles("competitor"))
                .withStages(stages())
                .withSegments(names.segments())
                .withRegions(names.regions())
                .withRoles(names.roles())
                .withFields(fields());
    }

    private List<String> stages() {
        return descriptors.get("deal").fields().get("stage").choices().stream()
                .map(ChoiceOption::label)
                .toList();
    }

    private LinkedHashMap<String, String> fields() {
        var labels = new LinkedHashMap<String, String>();
        descriptors.get("deal").fields().values().stream()
                .filter(field -> field.custom() != null)
                .forEach(field -> labels.put(field.name(), label(field)));
        return labels;
    }

    private static String label(FieldDescriptor field) {
        return field.label();
    }

    private List<String> titles(String type) {
        var found = new ArrayList<String>();
        @Nullable String cursor = null;
        do {
            var page = records.page(RecordQuery.of(type)
                    .showing(Set.of("name"))
                    .limit(RecordQuery.MOST)
                    .after(cursor));
            page.data().forEach(record -> found.add(record.title()));
            cursor = page.nextCursor();
        } while (cursor != null && found.size() < MOST);
        return found.stream().filter(title -> !title.isBlank()).toList();
    }
}
