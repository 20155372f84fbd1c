package dev.windrose.context.tree;

import dev.windrose.context.tree.BattleCard.Mention;
import dev.windrose.records.RecordData;
import dev.windrose.records.RecordRef;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the sentences of interactions that name a competitor. */
final class BattleCardMentions {

    private final BattleCardRecords records;
    private final BattleCardName name;
    private final Set<UUID> deals = new HashSet<>();
    private final Set<UUID> companies = new HashSet<>();

    /** @param inPlay deals and objections that have to do with the competitor */
    BattleCardMentions(BattleCardRecords records, BattleCardName name, Collection<RecordData> inPlay) {
        this.records = records;
        this.name = name;
        for (var record : inPlay) {
            if (record.type().equals("deal")) {
                deals.add(record.id());
            }
            Stream.of("deal_id", "company_id").forEach(field -> {
                if (record.value(field) instanceof UUID id) {
                    (field.equals("deal_id") ? deals : companies).add(id);
                }
            });
        }
    }

    record Heard(List<Mention> mentions, boolean complete) {}

    /** The newest first. */
    Heard all() {
        var found = records.interactionsWith(name.search());
        return new Heard(
                found.data().stream()
                        .flatMap(interaction -> mention(interaction).stream())
                        .toList(),
                found.complete());
    }

    private Optional<Mention> mention(RecordData interaction) {
        boolean inPlay = interaction.value("deal_id") instanceof UUID deal && deals.contains(deal)
                || interaction.value("company_id") instanceof UUID company && companies.contains(company);
        return Stream.of("body", "subject")
                .flatMap(field -> Stream.ofNullable(interaction.text(field)))
                .flatMap(text -> name.sentence(text, inPlay).stream())
                .findFirst()
                .map(sentence -> new Mention(
                        BattleCardRecords.ref(interaction),
                        BattleCardRecords.linked(interaction, "company_id"),
                        BattleCardRecords.linked(interaction, "deal_id"),
                        interaction.text("interaction_type"),
                        on(interaction),
                        sentence));
    }

    private LocalDate on(RecordData interaction) {
        return interaction.value("date") instanceof LocalDate day ? day : records.day(interaction.createdAt());
    }

    static boolean about(Mention mention, @Nullable RecordRef deal, @Nullable RecordRef company) {
        return same(mention.deal(), deal) || same(mention.company(), company);
    }

    private static boolean same(@Nullable RecordRef one, @Nullable RecordRef other) {
        return one != null && other != null && one.id().equals(other.id());
    }
}
