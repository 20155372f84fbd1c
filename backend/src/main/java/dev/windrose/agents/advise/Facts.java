package dev.windrose.agents.advise;

import dev.windrose.records.RecordData;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What rules go by, as far as whoever asks may see it.
 *
 * @param companies by id
 * @param interactions the newest first
 * @param entered when open deals came into their stage
 */
record Facts(
        LocalDate today,
        ZoneId zone,
        Map<UUID, RecordData> companies,
        List<RecordData> deals,
        List<RecordData> quotes,
        List<RecordData> interactions,
        List<RecordData> objections,
        List<RecordData> issues,
        List<RecordData> contacts,
        List<RecordData> tasks,
        Map<UUID, Instant> entered,
        Map<String, StageHistory> stages) {

    /**
     * How deals of a stage went.
     *
     * @param usualDays three of four stays were not longer
     * @param stays that have ended
     */
    record StageHistory(int won, int lost, int usualDays, int stays) {

        static final StageHistory NONE = new StageHistory(0, 0, 0, 0);

        int decided() {
            return won + lost;
        }
    }

    Stream<RecordData> openDeals() {
        return deals.stream().filter(deal -> "open".equals(deal.text("deal_state")));
    }

    Stream<RecordData> openDeals(UUID company) {
        return openDeals().filter(deal -> company.equals(deal.reference("company_id")));
    }

    StageHistory stage(RecordData deal) {
        return stages.getOrDefault(String.valueOf(deal.text("stage")), StageHistory.NONE);
    }

    Optional<RecordData> company(RecordData record) {
        return Optional.ofNullable(record.reference("company_id")).map(companies::get);
    }

    /** Those of the account, the newest first. */
    Stream<RecordData> interactions(UUID company) {
        return interactions.stream().filter(one -> company.equals(one.reference("company_id")));
    }

    LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    /** The day an interaction took place. */
    LocalDate day(RecordData interaction) {
        return interaction.value("date") instanceof LocalDate day ? day : day(interaction.createdAt());
    }

    static @Nullable LocalDate date(RecordData record, String field) {
        return record.value(field) instanceof LocalDate day ? day : null;
    }
}
