package dev.windrose.intake.reading;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.intake.names.KnownRecords;
import dev.windrose.intake.names.NameHit;
import dev.windrose.llm.language.Emails;
import java.util.List;

/** The accounts that a mail address may belong to: by the addresses in the record, else by the name in the domain. */
final class SenderCompany {

    private SenderCompany() {}

    static List<KnownRecord> of(KnownRecords known, String mail) {
        if (FreeMail.is(mail)) {
            return List.of();
        }
        var domain = Emails.domain(mail);
        var found = known.companiesWithDomain(domain);
        return found.isEmpty() ? byName(known, domain.replaceAll("\\..*", "")) : found;
    }

    /** "tavola-nera" and "tavolanera" both spell the two words of a name. */
    private static List<KnownRecord> byName(KnownRecords known, String label) {
        var parts = List.of(label.split("-"));
        if (parts.size() > 1) {
            return whole(known, parts);
        }
        var single = whole(known, List.of(label));
        for (int cut = 3; single.isEmpty() && cut <= label.length() - 3; cut++) {
            single = whole(known, List.of(label.substring(0, cut), label.substring(cut)));
        }
        return single;
    }

    private static List<KnownRecord> whole(KnownRecords known, List<String> words) {
        return known.names().at(words, 0).stream()
                .filter(hit -> hit.entry().is("company")
                        && hit.count() == words.size()
                        && (hit.strength() == NameHit.Strength.FULL || words.size() > 1))
                .flatMap(hit -> known.find("company", hit.entry().id()).stream())
                .toList();
    }
}
