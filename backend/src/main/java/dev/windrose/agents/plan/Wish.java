package dev.windrose.agents.plan;

import dev.windrose.agents.ask.Named.Candidate;
import dev.windrose.llm.language.DateOrder;
import dev.windrose.llm.language.Dates;
import dev.windrose.llm.language.FoundDate;
import dev.windrose.records.RecordData;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A message while it is read: what it names, what it speaks of, and what is to be written. */
final class Wish {

    final Wanted wanted;
    final String text;
    final List<Mention> mentions;
    final LocalDate today;
    final UUID self;
    final LookUp look;
    final List<Map<String, @Nullable Object>> operations = new ArrayList<>();
    final Set<UUID> cited = new LinkedHashSet<>();
    private final Map<UUID, String> citedTypes = new LinkedHashMap<>();
    /** Whom the message spoke of last, of ours. */
    @Nullable
    UUID lastPerson;
    /** How many records one order was about; negative where that was not said. */
    int counted = -1;
    /** The record that was written last. */
    @Nullable
    RecordData last;

    Wish(Wanted wanted, List<Mention> mentions, UUID self, LookUp look) {
        this.wanted = wanted;
        this.text = wanted.text();
        this.mentions = mentions;
        this.self = self;
        this.look = look;
        this.today = look.today();
    }

    void cite(RecordData record) {
        cited.add(record.id());
        citedTypes.put(record.id(), record.type());
    }

    void cite(Candidate record) {
        if (!record.type().equals("person")) {
            cited.add(record.id());
            citedTypes.put(record.id(), record.type());
        }
    }

    String typeOf(UUID id) {
        return Objects.requireNonNull(citedTypes.get(id));
    }

    void create(String type, Clause clause, Map<String, @Nullable Object> values) {
        operation("create", type, null, clause, values);
    }

    void update(RecordData record, Clause clause, Map<String, @Nullable Object> values) {
        cite(record);
        last = record;
        for (var before : operations) {
            if (record.id().toString().equals(before.get("id")) && before.get("values") instanceof Map<?, ?> old) {
                refuseContradiction(record, old, values);
                var all = new LinkedHashMap<String, @Nullable Object>();
                old.forEach((name, value) -> all.put(String.valueOf(name), value));
                all.putAll(values);
                before.put("values", all);
                return;
            }
        }
        operation("update", record.type(), record.id(), clause, values);
    }

    /** The same field cannot become two things. */
    private static void refuseContradiction(RecordData record, Map<?, ?> before, Map<String, @Nullable Object> values) {
        values.forEach((field, value) -> {
            if (before.containsKey(field) && !Objects.equals(before.get(field), value)) {
                var said = List.of(String.valueOf(before.get(field)), String.valueOf(value));
                throw Stop.asking(
                        "Two things are said of %s: %s and %s. Which is it?"
                                .formatted(record.title(), said.get(0), said.get(1)),
                        said);
            }
        });
    }

    private void operation(
            String op, String type, @Nullable UUID id, Clause clause, Map<String, @Nullable Object> values) {
        var one = new LinkedHashMap<String, @Nullable Object>();
        one.put("op", op);
        one.put("type", type);
        if (id != null) {
            one.put("id", id.toString());
        }
        one.put("values", new LinkedHashMap<>(values));
        one.put("evidence", clause.text());
        operations.add(one);
    }

    List<FoundDate> dates(Clause clause) {
        return Dates.in(clause.text(), today, DateOrder.DAY_FIRST).stream()
                .filter(date -> !date.stretch())
                .filter(date -> mentions.stream()
                        .noneMatch(name ->
                                name.start() - clause.start() < date.span().end()
                                        && date.span().start() < name.end() - clause.start()
                                        && name.of("person").isEmpty()))
                .toList();
    }

    /** The one day of a clause; not any where it names none or more. */
    Optional<LocalDate> day(Clause clause) {
        var days = dates(clause).stream().map(FoundDate::date).distinct().toList();
        return days.size() == 1 ? Optional.of(days.getFirst()) : Optional.empty();
    }

    List<Mention> in(Clause clause) {
        return mentions.stream()
                .filter(mention -> mention.within(clause.start(), clause.end()))
                .toList();
    }

    /** Candidates of a type that the clause names, each stretch on its own. */
    List<List<Candidate>> named(Clause clause, String type) {
        return in(clause).stream()
                .map(mention -> mention.of(type))
                .filter(found -> !found.isEmpty())
                .toList();
    }

    List<List<Candidate>> named(String type) {
        return mentions.stream()
                .map(mention -> mention.of(type))
                .filter(found -> !found.isEmpty())
                .toList();
    }

    /** The one that is meant, by the answer to our question, else by the other words of the message; otherwise it is asked. */
    <T> T one(List<T> candidates, String what, Function<T, String> title) {
        var distinct = candidates.stream().distinct().toList();
        if (distinct.isEmpty()) {
            throw Stop.unread();
        }
        if (distinct.size() == 1) {
            return distinct.getFirst();
        }
        for (var words : wanted.asked() ? List.of(wanted.answered(), text) : List.of(text)) {
            var scored = distinct.stream()
                    .sorted(Comparator.comparingLong((T one) -> -LookUp.shared(title.apply(one), words)))
                    .toList();
            long best = LookUp.shared(title.apply(scored.get(0)), words);
            if (best > LookUp.shared(title.apply(scored.get(1)), words)) {
                return scored.getFirst();
            }
        }
        var titles = distinct.stream().map(title).limit(6).toList();
        throw Stop.asking("Which %s do you mean: %s?".formatted(what, String.join(" or ", titles)), titles);
    }

    RecordData record(List<Candidate> candidates, String what) {
        var records = candidates.stream()
                .distinct()
                .map(each -> look.get(each.type(), each.id()))
                .toList();
        return one(records, what, Wish::told);
    }

    /** With the company, by which people tell namesakes apart. */
    static String told(RecordData record) {
        var company = record.text("company_name");
        return company == null || record.title().contains(company) ? record.title() : record.title() + ", " + company;
    }

    /** The company that the clause speaks of, else the message. */
    Optional<RecordData> company(Clause clause) {
        for (var place : List.of(in(clause), mentions)) {
            var direct = place.stream()
                    .map(mention -> mention.of("company"))
                    .filter(found -> !found.isEmpty())
                    .toList();
            if (!direct.isEmpty()) {
                return Optional.of(company(direct));
            }
            for (var type : List.of("contact", "deal", "issue")) {
                for (var mention : place) {
                    var found = mention.of(type);
                    if (!found.isEmpty()) {
                        var id = record(found, type).reference("company_id");
                        if (id != null) {
                            return Optional.of(look.get("company", id));
                        }
                    }
                }
            }
        }
        return viewed("company");
    }

    /** A name that fits one company whole goes before parts of names. */
    private RecordData company(List<List<Candidate>> direct) {
        var single = direct.stream().filter(found -> found.size() == 1).findFirst();
        return record(single.orElse(direct.getFirst()), "company");
    }

    Optional<RecordData> viewed(String type) {
        var view = wanted.view();
        if (view == null) {
            return Optional.empty();
        }
        if (view.type().equals(type)) {
            return Optional.of(look.get(type, view.id()));
        }
        var record = look.get(view.type(), view.id());
        var id = look.has(view.type(), type + "_id") ? record.reference(type + "_id") : null;
        return id == null ? Optional.empty() : Optional.of(look.get(type, id));
    }

    /** The open deal that the clause speaks of, else the message. */
    RecordData deal(Clause clause) {
        var deals = new ArrayList<RecordData>();
        for (var place : List.of(in(clause), mentions)) {
            for (var mention : place) {
                mention.of("deal").stream()
                        .map(each -> look.get("deal", each.id()))
                        .filter(LookUp::open)
                        .forEach(deals::add);
                mention.of("company").forEach(each -> deals.addAll(look.openDeals(each.id())));
                mention.of("contact").forEach(each -> {
                    var company = look.get("contact", each.id()).reference("company_id");
                    if (company != null && mention.of("company").isEmpty()) {
                        deals.addAll(look.openDeals(company));
                    }
                });
            }
            if (!deals.isEmpty()) {
                break;
            }
        }
        if (deals.isEmpty()) {
            viewed("deal").ifPresent(deals::add);
        }
        var distinct = new LinkedHashMap<UUID, RecordData>();
        deals.forEach(deal -> distinct.put(deal.id(), deal));
        return one(List.copyOf(distinct.values()), "deal", Wish::told);
    }

    /** Whom of ours the words mean. */
    Optional<UUID> person(Clause clause) {
        if (clause.has("her|him|them")
                && lastPerson != null
                && named(clause, "person").isEmpty()) {
            return Optional.ofNullable(lastPerson);
        }
        var named = named(clause, "person");
        if (named.isEmpty()) {
            return Optional.empty();
        }
        lastPerson = one(named.getFirst(), "colleague", Candidate::title).id();
        return Optional.of(lastPerson);
    }

    /** Who holds what the message is about. */
    UUID owner(Clause clause) {
        var last = this.last;
        var record = last != null && last.reference("owner_id") != null ? last : deal(clause);
        var owner = record.reference("owner_id");
        if (owner == null) {
            throw Stop.asking("%s has no owner. Who should it be?".formatted(record.title()), List.of());
        }
        return owner;
    }
}
