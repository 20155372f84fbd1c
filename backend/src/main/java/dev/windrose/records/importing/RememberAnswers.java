package dev.windrose.records.importing;

import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.TextKey;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what people have said of words, for later files and for those that came together. Needs a transaction. */
@Component
class RememberAnswers {

    private final AnswerStore answers;
    private final ImportStore store;
    private final Descriptors descriptors;
    private final Clock clock;

    RememberAnswers(AnswerStore answers, ImportStore store, Descriptors descriptors, Clock clock) {
        this.answers = answers;
        this.store = store;
        this.descriptors = descriptors;
        this.clock = clock;
    }

    void of(Import file, Mapping mapping) {
        var type = descriptors.get(file.recordType());
        mapping.choices().forEach((field, words) -> type.field(field).ifPresent(known -> remember(type, known, words)));
        if (file.setId() != null) {
            store.uncheck(file.setId());
            tellOthers(file, mapping);
        }
    }

    private void remember(Descriptor type, FieldDescriptor field, Map<String, @Nullable String> words) {
        words.forEach((word, value) -> {
            if (value != null && !value.isBlank()) {
                answers.remember(type.name(), field.name(), word, value, clock.instant());
                if (AnswerStore.ofPeople(field)) {
                    answers.rememberPerson(word, value, clock.instant());
                }
            }
        });
    }

    /** Who a word means has been said for the other files too. */
    private void tellOthers(Import file, Mapping mapping) {
        var type = descriptors.get(file.recordType());
        var said = new HashSet<String>();
        mapping.choices().forEach((field, words) -> type.field(field)
                .filter(AnswerStore::ofPeople)
                .ifPresent(_ -> words.forEach((word, value) -> {
                    if (value != null && !value.isBlank()) {
                        said.add(TextKey.of(word));
                    }
                })));
        if (said.isEmpty()) {
            return;
        }
        for (var other : store.ofSet(Objects.requireNonNull(file.setId()))) {
            var fields = descriptors.get(other.recordType()).fields();
            var left = other.questions().stream()
                    .flatMap(question -> Stream.ofNullable(
                            fields.containsKey(question.field()) && AnswerStore.ofPeople(fields.get(question.field()))
                                    ? question.without(said)
                                    : question))
                    .toList();
            if (!left.equals(other.questions())) {
                store.ask(other.id(), left);
            }
        }
    }
}
