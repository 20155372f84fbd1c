package dev.windrose.intake.names;

import dev.windrose.llm.language.Emails;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A fixed set of records, for tests and for measuring the reader alone. */
public final class InMemoryRecords implements KnownRecords {

    private final List<KnownRecord> records;
    private final NameIndex names = new NameIndex();

    public InMemoryRecords(List<KnownRecord> records) {
        this.records = List.copyOf(records);
        records.stream()
                .filter(record -> record.is("company") || record.is("contact"))
                .forEach(record -> names.put(NameEntry.of(record.type(), record.id(), record.name())));
    }

    @Override
    public NameIndex names() {
        return names;
    }

    @Override
    public Optional<KnownRecord> find(String type, String id) {
        return records.stream()
                .filter(record -> record.is(type) && record.id().equals(id))
                .findFirst();
    }

    @Override
    public List<KnownRecord> of(KnownRecord company, String type) {
        return records.stream()
                .filter(record -> record.is(type) && company.id().equals(record.companyId()))
                .toList();
    }

    @Override
    public List<KnownRecord> products() {
        return records.stream().filter(record -> record.is("product")).toList();
    }

    @Override
    public List<KnownRecord> people() {
        return records.stream().filter(record -> record.is("person")).toList();
    }

    @Override
    public Optional<KnownRecord> contactWithMail(String mail) {
        return records.stream()
                .filter(record -> record.is("contact") && mail.equalsIgnoreCase(record.text("email")))
                .findFirst();
    }

    @Override
    public List<KnownRecord> companiesWithDomain(String domain) {
        return records.stream()
                .filter(record -> record.is("contact")
                                && record.text("email") != null
                                && Emails.domain(record.textOr("email", "")).equalsIgnoreCase(domain)
                        || record.is("company")
                                && record.textOr("website_url", "").contains(domain))
                .map(KnownRecord::companyId)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(id -> find("company", id).stream())
                .toList();
    }
}
