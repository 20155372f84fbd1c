package dev.windrose.intake.web;

import dev.windrose.intake.inbox.AskedQuestion;
import dev.windrose.intake.inbox.Questions;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.RecordData;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A question with what tells the records apart that it offers. */
@Component
class QuestionJson {

    private static final int FACTS = 4;

    private final Questions questions;
    private final Descriptors descriptors;

    QuestionJson(Questions questions, Descriptors descriptors) {
        this.questions = questions;
        this.descriptors = descriptors;
    }

    Map<String, @Nullable Object> of(AskedQuestion question) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", question.id());
        json.put("message_id", question.message());
        json.put("thread_id", question.thread());
        json.put("about", question.about());
        json.put("channel", question.channel());
        json.put("person_id", question.person());
        json.put("text", question.text());
        json.put("options", options(question));
        json.put("state", question.state());
        json.put("answer", question.answer());
        json.put("answered_by", question.answeredBy());
        json.put("answered_at", question.answeredAt());
        json.put("asked_at", question.askedAt());
        return json;
    }

    private List<Map<String, @Nullable Object>> options(AskedQuestion question) {
        var records = question.options().stream().map(questions::record).toList();
        var found = records.stream().flatMap(Optional::stream).toList();
        return question.options().stream()
                .map(option -> {
                    var json = new LinkedHashMap<String, @Nullable Object>();
                    var record = records.get(question.options().indexOf(option)).orElse(null);
                    json.put("value", option.value());
                    json.put("label", option.label());
                    json.put(
                            "record",
                            record == null
                                    ? null
                                    : Map.of("type", record.type(), "id", record.id(), "title", record.title()));
                    json.put("facts", record == null ? List.of() : facts(record, found));
                    return (Map<String, @Nullable Object>) json;
                })
                .toList();
    }

    /** First what differs, then what lists show. */
    private List<Map<String, Object>> facts(RecordData record, List<RecordData> all) {
        var type = descriptors.get(record.type());
        return type.fields().values().stream()
                .filter(field -> field.list() > 0 && !field.name().equals(type.titleField()))
                .filter(field -> told(record, field) != null)
                .sorted(Comparator.comparing((FieldDescriptor field) -> !differs(field, all))
                        .thenComparingInt(FieldDescriptor::list))
                .limit(FACTS)
                .map(field -> Map.of(
                        "field",
                        field.name(),
                        "label",
                        field.label(),
                        "value",
                        Objects.requireNonNull(told(record, field))))
                .toList();
    }

    private static boolean differs(FieldDescriptor field, List<RecordData> all) {
        return all.stream()
                        .map(record -> String.valueOf(record.value(field.name())))
                        .distinct()
                        .count()
                > 1;
    }

    /** References by the name that stands beside them. */
    private static @Nullable Object told(RecordData record, FieldDescriptor field) {
        var name = field.name().endsWith("_id") ? record.value(field.name().replaceAll("_id$", "_name")) : null;
        return name == null ? record.value(field.name()) : name;
    }
}
