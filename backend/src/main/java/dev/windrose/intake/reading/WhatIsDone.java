package dev.windrose.intake.reading;

import dev.windrose.llm.language.Span;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is signed, won, lost, negotiated or paid: the deal, or something of theirs that has nothing to do with it. */
final class WhatIsDone {

    private static final Pattern OBJECT = Pattern.compile(
            "^(?: off(?: on)?| up(?: for)?| for)? (the|a|an|this|that|their|our|his|her|its|my|der|die|das|den|dem|ein|eine|einen|"
                    + "ihre[nr]?|seine[nr]?|ihr|sein|unser\\w*|le|la|les|un|une|son|sa|ses|leurs?|"
                    + "el|los|las|una|su|sus|o|os|as|um|uma|seus?|suas?|il|lo|gli|de|het|een|"
                    + "\\p{L}[\\p{L}-]*'s) ([\\p{L}'&-]+)(?: ([\\p{L}'&-]+))?(?: ([\\p{L}'&-]+))?");
    /** Papers beside the contract. */
    private static final Pattern OTHER_PAPER = Pattern.compile(
            "^(?: the| our| their| a| an| das| die| den| le| la| el| o| il)?(?: mutual| signed)? (?:nda|dpa|avv|mnda|baa|sla|gdpr|"
                    + "dsgvo|rgpd|lgpd|non-?disclosure|confidentiality|data processing|code of conduct|visitor|guest|petition|register|acta|"
                    + "geheimhaltung\\w*|auftragsverarbeit\\w*|accord de confidentialite|acuerdo de confidencialidad|"
                    + "acordo de confidencialidade)\\b");

    private static final Pattern PAID_FOR = Pattern.compile(
            "^ (?:for |fur |pour |por |per |voor )(?:the |a |our |my |das |den |die |unser |le |la |notre |el |o |il )?(lunch|dinner|"
                    + "breakfast|coffee|drinks?|taxi|cab|tickets?|parking|flights?|hotel|round|beers?|mittagessen|essen|kaffee|dejeuner|cafe|"
                    + "almuerzo|comida|cena|almoco|jantar|pranzo|cena)\\b");
    private static final Pattern BILL_FOR = Pattern.compile(
            "\\b(?:invoice|bill|rechnung|facture|factura|fatura|fattura)s? (?:for|from|of|fur|von|pour|de|du|por|da|do|per) (?:the |"
                    + "a |their |our |der |das |die |den |la |le |el |o |a )?([\\p{L}-]+)(?: [\\p{L}-]+){0,2} (?:is|was|are|ist|est|esta|"
                    + "e)\\b[^.;]*$");
    /** Somebody else's, said beside it. */
    private static final Pattern NOT_OURS = Pattern.compile(
            "\\b(?:not ours|not with us|not for us|not us\\b|nicht (?:bei|mit) uns|nicht unser\\w*|pas (?:chez|avec) nous|pas (?:la|"
                    + "le) notre|no con nosotros|no (?:es )?(?:la|el) nuestr[oa]|nao conosco|nao com a gente|nao e noss[oa]|non con noi|"
                    + "niet bij ons)\\b");

    private static final Set<String> OURS = words("""
            contract contracts deal deals agreement agreements order orders form offer offers quote quotation proposal proposals paper papers paperwork doc docs document documents renewal
            renewals sow msa po loi license licence licenses licences subscription extension amendment addendum pilot package bundle term terms thing lot whole line dotted both two three rest copy
            copies project framework upgrade plan version letter year years yearly annual vertrag vertrage vertrags auftrag auftrage angebot angebote bestellung verlangerung unterlagen papiere
            rahmenvertrag nachtrag contrat contrats devis commande offre bon avenant contrato contratos oferta pedido propuesta presupuesto orden renovacion proposta orcamento renovacao aditivo
            contratto offerta ordine offerte morning afternoon evening night week month day hour minute moment minutes last matin semaine apres midi manana semana tarde manha noite woche
            morgen nachmittag abend same other next new first second final business account opp opportunity bid tender race pitch logo customer client invoice invoices bill bills rechnung rechnungen facture
            factures factura facturas fatura faturas fattura deposit instalment installment amount full half balance fee fees sale job gig revised updated enlarged bigger smaller big small
            main master actual real original signed countersigned quarter quarterly monthly outstanding overdue open remaining entire all everything trial licensing support maintenance service services
            kauf kaufvertrag liefervertrag servicevertrag wartungsvertrag zuschlag ausschreibung marche appel licitacion concurso licitacao gara affaire affaires vente venta venda account""");

    private final Reading reading;

    WhatIsDone(Reading reading) {
        this.reading = reading;
    }

    /** Is what the cue speaks of something else than the deal? */
    boolean somethingElse(Statement statement, Span place) {
        var after = statement.after(place, 60);
        if (OTHER_PAPER.matcher(after).find() || PAID_FOR.matcher(after).find() || elsewhere(statement)) {
            return true;
        }
        var bill = BILL_FOR.matcher(statement.between(statement.clause(place).start(), place.end()));
        if (bill.find() && !OURS.contains(bill.group(1)) && !named(statement, place.start() - 60, place.start())) {
            return true;
        }
        var object = OBJECT.matcher(after);
        if (!object.find()) {
            return false;
        }
        boolean ours = Stream.of(object.group(2), object.group(3), object.group(4))
                .anyMatch(word -> word != null && OURS.contains(word));
        return !ours && !named(statement, place.end(), place.end() + object.end());
    }

    private boolean elsewhere(Statement statement) {
        int next = reading.statements.indexOf(statement) + 1;
        return statement.has(NOT_OURS)
                || next < reading.statements.size()
                        && reading.statements.get(next).raw.length() < 50
                        && reading.statements.get(next).companies.isEmpty()
                        && reading.statements.get(next).has(NOT_OURS);
    }

    private boolean named(Statement statement, int from, int to) {
        var within = new Span(Math.max(from, statement.span().start()), Math.max(from, to));
        boolean dated = statement.dates.stream().anyMatch(date -> date.span().overlaps(within));
        boolean money = statement.moneys.stream().anyMatch(found -> found.span().overlaps(within));
        return dated
                || money
                || Stream.of(statement.products, statement.companies)
                        .flatMap(List::stream)
                        .anyMatch(mention -> mention.span().overlaps(within) && !genitive(mention));
    }

    /** "Lost Gareth's attention" speaks of the attention. */
    private boolean genitive(Mention mention) {
        var text = reading.text();
        int end = mention.span().end();
        return !reading.known.products().contains(mention.record())
                && end + 1 < text.length()
                && "'’".indexOf(text.charAt(end)) >= 0
                && text.charAt(end + 1) == 's';
    }

    private static Set<String> words(String list) {
        return Stream.of(list.strip().split("\\s+")).collect(Collectors.toUnmodifiableSet());
    }
}
