package dev.windrose.intake;

import dev.windrose.intake.PrepareReading.Ready;
import dev.windrose.intake.names.KnownRecord;
import dev.windrose.intake.reading.AddedFields;
import dev.windrose.intake.reading.Operation;
import dev.windrose.intake.reading.Question;
import dev.windrose.intake.reading.Understanding;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** What a reader has to know beside the message: the day, who writes, the records it may mean, and how people corrected earlier readings. */
final class ContextPack {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int ACCOUNTS = 8;
    private static final int OF_EACH = 20;
    private static final Set<String> TOLD = Set.of(
            "company",
            "product",
            "stage",
            "deal_amount",
            "deal_amount_currency",
            "deal_expected_signing_date",
            "email",
            "phone",
            "title",
            "influence_role",
            "is_primary",
            "status",
            "priority",
            "issue_type",
            "website_url",
            "customer_state",
            "country_hq");

    private final Ready ready;
    private final Understanding own;

    ContextPack(Ready ready, Understanding own) {
        this.ready = ready;
        this.own = own;
    }

    String text(boolean records, AddedFields added, List<String> examples) {
        var message = ready.message();
        var author = message.author();
        var pack = new StringBuilder();
        pack.append("Day: ")
                .append(message.day())
                .append(" (")
                .append(message.day().getDayOfWeek())
                .append(")\n");
        if (message.fiscalStart() != 1) {
            pack.append("Fiscal years begin in ")
                    .append(Month.of(message.fiscalStart()).getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                    .append(" and bear the name of the calendar year they end in.\n");
        }
        pack.append("Channel: ").append(message.channel()).append('\n');
        pack.append("Writer: ")
                .append(author == null ? "somebody outside of our company" : "a colleague, " + author.name())
                .append('\n');
        if (records) {
            if (!added.byEntity().isEmpty()) {
                pack.append("Further fields, with the names that people know them by:\n")
                        .append(added.told());
            }
            pack.append("Products: ").append(names(ready.known().products())).append('\n');
            pack.append("Colleagues: ").append(names(ready.known().people())).append('\n');
            pack.append("Records:\n");
            accounts().forEach(company -> account(company, pack));
        }
        if (!examples.isEmpty()) {
            pack.append("How people here corrected earlier readings:\n");
            examples.forEach(example -> pack.append("- ").append(example).append('\n'));
        }
        return pack.toString();
    }

    private static String names(List<KnownRecord> records) {
        return String.join(
                ", ", records.stream().limit(100).map(KnownRecord::name).toList());
    }

    /** Those that the message names or may name, that it was written about, or that the thread was about. */
    private List<KnownRecord> accounts() {
        var message = ready.message();
        var known = ready.known();
        var earlier = message.earlier();
        var candidates = Stream.of(
                        own.mentioned().stream(),
                        own.operations().stream().map(Operation::record),
                        own.operations().stream().map(Operation::company),
                        Stream.ofNullable(message.view()),
                        earlier == null ? Stream.<KnownRecord>of() : Stream.of(earlier.company()),
                        own.questions().stream()
                                .flatMap(question -> question.options().stream())
                                .map(Question.Option::value)
                                .filter(value -> value.length() == 36)
                                .map(id -> known.find("company", id).orElse(null)))
                .flatMap(some -> some)
                .filter(Objects::nonNull);
        var accounts = new LinkedHashMap<String, KnownRecord>();
        candidates
                .flatMap(record -> record.is("company")
                        ? Stream.of(record)
                        : Stream.ofNullable(record.companyId()).flatMap(id -> known.find("company", id).stream()))
                .limit(ACCOUNTS)
                .forEach(company -> accounts.putIfAbsent(company.id(), company));
        return List.copyOf(accounts.values());
    }

    private void account(KnownRecord company, StringBuilder pack) {
        pack.append(line(company));
        for (var type : List.of("contact", "deal", "issue")) {
            ready.known().of(company, type).stream().limit(OF_EACH).forEach(record -> pack.append(line(record)));
        }
    }

    private static String line(KnownRecord record) {
        var told = new LinkedHashMap<String, Object>();
        told.put("type", record.type());
        told.put("id", record.id());
        told.put("name", record.name());
        record.fields().entrySet().stream()
                .filter(field -> TOLD.contains(field.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(field -> told.put(field.getKey(), field.getValue()));
        return JSON.writeValueAsString(told) + "\n";
    }
}
