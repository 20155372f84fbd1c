package dev.windrose.intake.reading;

import dev.windrose.intake.names.InMemoryRecords;
import dev.windrose.intake.names.KnownRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The records that the cases of the reader know. Wednesday, 13 May 2026 is the day of every message. */
final class World {

    static final String NOW = "2026-05-13T10:00:00+02:00";

    private static final String RECORDS = """
            company c1 name=Quarrow Mills Ltd; country_hq=GB; employee_size=300
            company c2 name=Pellham Rail; country_hq=DE; customer_state=using
            company c3 name=Sundara Spice Traders; country_hq=IN
            company c4 name=Ostrel Farma S.L.; country_hq=ES
            company c5 name=Bramley & Thorpe; country_hq=US; customer_segment_label=SMB
            company c6 name=Kivi Outdoor Oy; country_hq=FI; customer_state=using
            company c7 name=Marlowe Freight; country_hq=US
            company c8 name=Marlowe Dental; country_hq=US
            company c9 name=Tavola Nera; country_hq=IT
            contact p1 name=Hetty Sorrel; company_id=c1; company=Quarrow Mills Ltd; title=Finance Director; email=hetty.sorrel@quarrow.example; is_primary=true
            contact p2 name=Ivo Brandt; company_id=c2; company=Pellham Rail; title=IT-Leiter; email=ivo.brandt@pellham.example
            contact p3 name=Meena Kadam; company_id=c3; company=Sundara Spice Traders; title=CFO
            contact p4 name=Lucía Armas; company_id=c4; company=Ostrel Farma S.L.; title=Directora de Operaciones; email=l.armas@ostrel.example
            contact p5 name=Wes Thornbury; company_id=c5; company=Bramley & Thorpe; title=Office Manager
            contact p6 name=Aino Lehto; company_id=c6; company=Kivi Outdoor Oy; title=Head of Retail; email=aino@kivi.example
            contact p7 name=Paolo Ferri; company_id=c9; company=Tavola Nera; title=Titolare
            deal d1 company_id=c1; company=Quarrow Mills Ltd; product=Lantern Desk; deal_amount=40000; deal_amount_currency=GBP; stage=proposal; deal_expected_signing_date=2026-06-30
            deal d2 company_id=c2; company=Pellham Rail; product=Lantern Desk; deal_amount=60000; deal_amount_currency=EUR; stage=won; deal_end_date=2026-12-31; deal_payment_status=invoiced
            deal d3 company_id=c2; company=Pellham Rail; product=OakRoute; deal_amount=25000; deal_amount_currency=EUR; stage=discovery
            deal d4 company_id=c3; company=Sundara Spice Traders; product=OakRoute; deal_amount=1500000; deal_amount_currency=INR; stage=negotiation; deal_expected_signing_date=2026-05-29
            deal d5 company_id=c4; company=Ostrel Farma S.L.; product=Lantern Desk; deal_amount=32000; deal_amount_currency=EUR; stage=qualified
            deal d6 company_id=c5; company=Bramley & Thorpe; product=OakRoute; deal_amount=18000; deal_amount_currency=USD; stage=lead
            deal d7 company_id=c6; company=Kivi Outdoor Oy; product=Lantern Pay; deal_amount=21000; deal_amount_currency=EUR; stage=won; deal_payment_status=invoiced; deal_end_date=2026-08-31
            deal d8 company_id=c7; company=Marlowe Freight; product=OakRoute; deal_amount=52000; deal_amount_currency=USD; stage=negotiation
            deal d9 company_id=c8; company=Marlowe Dental; product=OakRoute; deal_amount=9000; deal_amount_currency=USD; stage=proposal
            product pr1 name=Lantern Desk; single_sign_on=SAML and OIDC
            product pr2 name=Lantern Pay
            product pr3 name=OakRoute
            person u1 name=Nadia Feld; role=Account Executive
            person u2 name=Rufus Okello; role=Solutions Engineer
            person u3 name=Greta Lindholm; role=Customer Success Manager
            """;

    private World() {}

    static InMemoryRecords records() {
        return of(RECORDS);
    }

    /** The records that the lines of a text describe. */
    static InMemoryRecords of(String lines) {
        var records = new ArrayList<KnownRecord>();
        lines.lines().map(String::strip).filter(line -> !line.startsWith("#")).forEach(line -> {
            var words = line.split(" ", 3);
            var fields = new LinkedHashMap<String, Object>();
            for (var pair : words[2].split("; ")) {
                fields.put(pair.substring(0, pair.indexOf('=')), value(pair.substring(pair.indexOf('=') + 1)));
            }
            var name = fields.getOrDefault("name", fields.getOrDefault("product", ""));
            records.add(new KnownRecord(words[0], words[1], name.toString(), fields));
        });
        return new InMemoryRecords(records);
    }

    private static Object value(String written) {
        return written.matches("\\d+") ? Long.valueOf(written) : written;
    }

    /** One line of what a case expects, against what was understood; empty where it holds. */
    static List<String> missing(Understanding understanding, String expected) {
        var out = new ArrayList<String>();
        for (var wanted : expected.split(" ; ")) {
            if (!holds(understanding, wanted.strip())) {
                out.add(wanted.strip());
            }
        }
        return out;
    }

    private static boolean holds(Understanding understanding, String wanted) {
        if (wanted.startsWith("!")) {
            return !holds(understanding, wanted.substring(1));
        }
        if (wanted.equals("nothing")) {
            return understanding.operations().isEmpty();
        }
        if (wanted.equals("clarify")) {
            return understanding.clarify();
        }
        if (wanted.startsWith("intent ")) {
            return understanding.intents().contains(wanted.substring(7));
        }
        if (wanted.startsWith("answer ")) {
            return understanding.answer() != null
                    && understanding.answer().text().contains(wanted.substring(7));
        }
        return understanding.operations().stream().anyMatch(operation -> fits(operation, wanted));
    }

    /** {@code d1.stage=won}, {@code new task.due_date=2026-05-20 "words of the title"}. */
    private static boolean fits(Operation operation, String wanted) {
        var words = wanted.contains("\"") ? wanted.substring(wanted.indexOf('"') + 1, wanted.lastIndexOf('"')) : "";
        var rest =
                wanted.contains("\"") ? wanted.substring(0, wanted.indexOf('"')).strip() : wanted;
        var target = rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
        boolean same = target.startsWith("new ")
                ? operation.isCreate() && operation.entity().equals(target.substring(4))
                : operation.record() != null && operation.record().id().equals(target);
        if (!same
                || !words.isEmpty()
                        && !(operation.key().toString() + operation.values())
                                .toLowerCase()
                                .contains(words.toLowerCase())) {
            return false;
        }
        if (!rest.contains(".")) {
            return true;
        }
        var field = rest.substring(rest.indexOf('.') + 1);
        Map<String, Object> all = new LinkedHashMap<>(operation.key());
        all.putAll(operation.values());
        return field.contains("=")
                ? String.valueOf(all.get(field.substring(0, field.indexOf('='))))
                        .equals(field.substring(field.indexOf('=') + 1))
                : all.containsKey(field);
    }
}
