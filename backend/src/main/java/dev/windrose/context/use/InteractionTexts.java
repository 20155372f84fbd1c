package dev.windrose.context.use;

import dev.windrose.records.RecordData;
import dev.windrose.records.query.Records;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What was said to customers in mails, calls and meetings. Notes are kept among ourselves. */
@Component
class InteractionTexts implements UseSource {

    private final Records records;

    InteractionTexts(Records records) {
        this.records = records;
    }

    @Override
    public String type() {
        return "interaction";
    }

    @Override
    public List<UsedText> texts(Collection<UUID> ids) {
        return ids.stream()
                .flatMap(id -> records.findAlone("interaction", id).stream())
                .filter(interaction -> !interaction.binned() && !"note".equals(interaction.value("interaction_type")))
                .map(InteractionTexts::text)
                .filter(text -> !text.text().isBlank())
                .toList();
    }

    private static UsedText text(RecordData interaction) {
        String text = Stream.of(interaction.value("subject"), interaction.value("body"))
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.joining("\n"));
        String kind = String.valueOf(interaction.values().getOrDefault("interaction_type", "interaction"));
        return new UsedText(
                UsedIn.record(kind, "interaction", interaction.id(), interaction.title()),
                text,
                interaction.value("created_by") instanceof UUID person ? person : null,
                interaction.value("date") instanceof LocalDate day
                        ? day
                        : LocalDate.ofInstant(interaction.createdAt(), ZoneOffset.UTC),
                interaction.value("company_id") instanceof UUID company ? company : null);
    }
}
