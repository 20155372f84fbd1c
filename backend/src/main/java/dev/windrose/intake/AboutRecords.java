package dev.windrose.intake;

import dev.windrose.intake.DecisionJson.Outcome;
import dev.windrose.intake.names.KnownRecord;
import dev.windrose.intake.reading.Understanding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The account, contact and deal that a text is mainly about, also where it has just made them. */
record AboutRecords(
        @Nullable UUID company,
        @Nullable UUID contact,
        @Nullable UUID deal) {

    static AboutRecords of(Understanding understanding, List<PlannedWrite> plan, Outcome outcome) {
        return new AboutRecords(
                first("company", understanding, plan, outcome),
                first("contact", understanding, plan, outcome),
                first("deal", understanding, plan, outcome));
    }

    private static @Nullable UUID first(
            String type, Understanding understanding, List<PlannedWrite> plan, Outcome outcome) {
        var written = plan.stream()
                .filter(write -> write.operation().entity().equals(type))
                .flatMap(write -> Stream.concat(
                        Stream.ofNullable(write.operation().record()).map(KnownRecord::id),
                        outcome
                                .of(write)
                                .filter(done -> outcome.applied() != null && done.applied())
                                .map(done -> done.recordId().toString())
                                .stream()));
        var accounts = plan.stream()
                .map(write -> write.operation().company())
                .filter(Objects::nonNull)
                .filter(_ -> type.equals("company"))
                .map(KnownRecord::id);
        var mentioned = understanding.mentioned().stream()
                .filter(record -> record.is(type))
                .map(KnownRecord::id);
        return Stream.of(written, accounts, mentioned)
                .flatMap(ids -> ids)
                .map(UUID::fromString)
                .findFirst()
                .orElse(null);
    }

    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        Stream.of(new Object[][] {{"company_id", company}, {"contact_id", contact}, {"deal_id", deal}})
                .filter(pair -> pair[1] != null)
                .forEach(pair -> json.put(pair[0].toString(), pair[1].toString()));
        return json;
    }
}
