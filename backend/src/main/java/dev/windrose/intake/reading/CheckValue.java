package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.intake.names.NameEntry;
import dev.windrose.llm.language.Countries;
import dev.windrose.llm.language.Emails;
import dev.windrose.llm.language.Fold;
import dev.windrose.llm.language.Money;
import dev.windrose.llm.language.Numbers;
import dev.windrose.llm.language.Phones;
import dev.windrose.llm.language.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks a proposed value up in the text: what does not stand there, or does not follow from what stands there, is no value. */
final class CheckValue {

    private static final Pattern AMOUNT = Pattern.compile("([\\d.,_ ]+?) ?([A-Za-z]{3})");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Reading reading;
    private final AddedFields added;

    CheckValue(Reading reading, AddedFields added) {
        this.reading = reading;
        this.added = added;
    }

    /** The value in canonical form. Empty where the text does not hold it. */
    Optional<Object> of(String entity, Proposal.Value proposed, Statement statement, @Nullable KnownRecord record) {
        var canonical =
                added.of(entity, proposed.field()).orElseGet(() -> CanonicalFields.of(entity, proposed.field()));
        var value = proposed.value().strip();
        return switch (canonical.form()) {
            case NUMBER -> number(value, proposed.field(), statement, record);
            case DATE -> date(value, proposed.field(), statement);
            case CHOICE ->
                canonical.choices().stream()
                        .filter(value::equalsIgnoreCase)
                        .map(choice -> (Object) choice)
                        .findFirst();
            case FLAG -> Optional.of((Object) Boolean.valueOf(value)).filter(_ -> value.matches("(?i)true|false"));
            case MAIL ->
                Emails.in(reading.text()).stream()
                        .map(found -> (Object) found.value())
                        .filter(found -> found.equals(value.toLowerCase(Locale.ROOT)))
                        .findFirst();
            case PHONE -> phone(value, statement);
            case CURRENCY -> currency(value);
            case PRODUCT -> product(value);
            case PERSON -> person(value);
            case CONTACTS -> contacts(value);
            case DECIMAL -> decimal(value, statement);
            case MONEY -> money(value, statement);
            case COUNTRY -> country(value, statement);
            case TEXT -> written(value).map(found -> (Object) found);
        };
    }

    private Optional<Object> number(String value, String field, Statement statement, @Nullable KnownRecord record) {
        BigDecimal wanted;
        try {
            wanted = new BigDecimal(value.replaceAll("[ ,_](?=\\d{3})", ""));
        } catch (NumberFormatException bad) {
            return Optional.empty();
        }
        boolean range = statement.moneys.stream()
                .anyMatch(money -> money.range() && money.amount().compareTo(wanted) == 0);
        var there = new ArrayList<BigDecimal>();
        statement.moneys.stream().map(Money::amount).forEach(there::add);
        Numbers.in(statement.raw).forEach(found -> there.add(found.value()));
        boolean stands = there.stream().anyMatch(found -> found.compareTo(wanted) == 0);
        boolean follows = field.equals("deal_amount") && follows(wanted, there, record);
        return range || !(stands || follows) || wanted.signum() < 0
                ? Optional.empty()
                : Optional.of(
                        field.equals("deal_amount")
                                ? (Object) ReadAmounts.number(wanted)
                                : (Object) Long.valueOf(wanted.longValue()));
    }

    private static Optional<Object> decimal(String value, Statement statement) {
        return amount(value)
                .filter(wanted -> Stream.concat(
                                statement.moneys.stream().map(Money::amount),
                                Numbers.in(statement.raw).stream().map(found -> found.value()))
                        .anyMatch(found -> found.compareTo(wanted) == 0))
                .map(found -> (Object) ReadAmounts.number(found));
    }

    /** "1200000 EUR", where the text names both. */
    private static Optional<Object> money(String value, Statement statement) {
        var match = AMOUNT.matcher(value);
        if (!match.matches()) {
            return Optional.empty();
        }
        var currency = match.group(2).toUpperCase(Locale.ROOT);
        return amount(match.group(1)).flatMap(wanted -> statement.moneys.stream()
                .filter(money -> !money.range()
                        && currency.equals(money.currency())
                        && money.amount().compareTo(wanted) == 0)
                .findFirst()
                .map(_ -> (Object) Map.of("amount", ReadAmounts.number(wanted), "currency", currency)));
    }

    private static Optional<BigDecimal> amount(String value) {
        try {
            return Optional.of(new BigDecimal(value.strip().replaceAll("[ ,_](?=\\d{3})", "")));
        } catch (NumberFormatException bad) {
            return Optional.empty();
        }
    }

    /** The code of a country or of a city's country that the statement names. */
    private static Optional<Object> country(String value, Statement statement) {
        var words = Fold.words(statement.raw).split(" ");
        for (int length = 3; length > 0; length--) {
            for (int at = 0; at + length <= words.length; at++) {
                var name = String.join(" ", Arrays.copyOfRange(words, at, at + length));
                if (name.length() > 2
                        && Countries.of(name).filter(value::equalsIgnoreCase).isPresent()) {
                    return Optional.of(value.toUpperCase(Locale.ROOT));
                }
            }
        }
        return Optional.empty();
    }

    /** Recomputed: so many times so much, a sum, a difference, or so many percent of it or of what the record says. */
    private static boolean follows(BigDecimal wanted, List<BigDecimal> there, @Nullable KnownRecord record) {
        var bases = new ArrayList<>(there);
        var now = record == null ? null : record.number("deal_amount");
        if (now != null) {
            bases.add(now);
        }
        return bases.stream().anyMatch(one -> there.stream()
                .filter(other -> other != one)
                .flatMap(other -> Stream.of(
                        one.multiply(other),
                        one.add(other),
                        one.subtract(other),
                        one.multiply(HUNDRED.subtract(other)).divide(HUNDRED, 2, RoundingMode.HALF_UP),
                        one.multiply(HUNDRED.add(other)).divide(HUNDRED, 2, RoundingMode.HALF_UP)))
                .anyMatch(result -> result.compareTo(wanted) == 0));
    }

    private Optional<Object> date(String value, String field, Statement statement) {
        LocalDate wanted;
        try {
            wanted = LocalDate.parse(value);
        } catch (DateTimeException bad) {
            return Optional.empty();
        }
        boolean happened = field.equals("date") || field.equals("deal_signing_date");
        boolean stands = statement.dates.stream()
                .anyMatch(date -> (happened ? date.past() : date.date()).equals(wanted)
                        || date.date().equals(wanted));
        boolean today = happened && statement.dates.isEmpty() && wanted.equals(reading.message.day());
        return stands || today ? Optional.of(wanted.toString()) : Optional.empty();
    }

    private static Optional<Object> phone(String value, Statement statement) {
        var digits = value.replaceAll("\\D", "");
        return Stream.concat(statement.phones.stream(), Phones.in(statement.raw, null).stream())
                .map(found -> found.value())
                .filter(found -> digits.length() > 6 && ends(found.replaceAll("\\D", ""), digits))
                .map(found -> (Object) found)
                .findFirst();
    }

    private static boolean ends(String one, String other) {
        return one.endsWith(other) || other.endsWith(one) && one.length() > 6;
    }

    private Optional<Object> currency(String value) {
        return reading.statements.stream()
                .flatMap(statement -> statement.moneys.stream())
                .map(Money::currency)
                .filter(Objects::nonNull)
                .filter(value.toUpperCase(Locale.ROOT)::equals)
                .map(found -> (Object) found)
                .findFirst();
    }

    private Optional<Object> product(String value) {
        return reading.statements.stream()
                .flatMap(statement -> statement.products.stream())
                .map(mention -> mention.record().name())
                .filter(name -> NameEntry.key(name).equals(NameEntry.key(value)))
                .map(name -> (Object) name)
                .findFirst();
    }

    private Optional<Object> person(String value) {
        var author = reading.message.author();
        return Stream.concat(
                        reading.statements.stream()
                                .flatMap(statement -> statement.people.stream())
                                .map(mention -> mention.record().name()),
                        author == null ? Stream.<String>of() : Stream.of(author.name()))
                .filter(name -> NameEntry.key(name).equals(NameEntry.key(value)))
                .map(name -> (Object) name)
                .findFirst();
    }

    private Optional<Object> contacts(String value) {
        var names = Arrays.stream(value.split("[,;]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty() && named(name))
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    /** A name whose first or last word stands in the text. */
    boolean named(String name) {
        var text = " " + Fold.words(reading.text()) + " ";
        var words = NameEntry.words(name);
        return !words.isEmpty()
                && (text.contains(" " + words.getFirst() + " ") || text.contains(" " + words.getLast() + " "));
    }

    /** Words as they stand in the text. */
    private Optional<String> written(String value) {
        var key = Fold.words(value);
        return key.isEmpty() || !(" " + Fold.words(reading.text()) + " ").contains(" " + key + " ")
                ? Optional.empty()
                : Optional.of(value);
    }

    /** Where the words stand: exactly, or with other spaces and case. */
    Optional<Span> find(String quote) {
        var text = Fold.inPlace(reading.text());
        var wanted = Fold.inPlace(quote).strip().split("\\s+");
        if (wanted.length == 0 || wanted[0].isEmpty()) {
            return Optional.empty();
        }
        var pattern = new StringBuilder();
        for (var word : wanted) {
            pattern.append(pattern.isEmpty() ? "" : "\\s+").append(Pattern.quote(word));
        }
        var matcher = Pattern.compile(pattern.toString()).matcher(text);
        return matcher.find() ? Optional.of(new Span(matcher.start(), matcher.end())) : Optional.empty();
    }
}
