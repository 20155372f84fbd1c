package dev.windrose.intake.names;

import java.util.List;
import java.util.Optional;

/** What the workspace holds, as far as reading a message needs it. */
public interface KnownRecords {

    /** Names of companies and contacts, by their words. */
    NameIndex names();

    /** A record by words that people here taught, and how many words. */
    record Alias(KnownRecord record, int words) {}

    default Optional<Alias> alias(List<String> words, int from) {
        return Optional.empty();
    }

    Optional<KnownRecord> find(String type, String id);

    /** Contacts, deals or issues of a company. */
    List<KnownRecord> of(KnownRecord company, String type);

    List<KnownRecord> products();

    /** The people of the workspace. */
    List<KnownRecord> people();

    Optional<KnownRecord> contactWithMail(String mail);

    /** Companies whose web address or whose contacts' mail addresses have this domain. */
    List<KnownRecord> companiesWithDomain(String domain);
}
