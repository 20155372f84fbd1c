package dev.windrose.intake.reading;

import java.util.regex.Pattern;

/**
 * The things that are spoken of in a sale and what happens to them, in five languages and more. Steps of a sale are told by a thing together
 * with what has happened to it, in whatever order a language puts them.
 */
final class DealWords {

    static final String OFFER =
            "pricing|proposals?|quotes?|quotation|offers?|bids?|tender response|estimate|cost breakdown|angebot\\w*|offerten?|"
                    + "kostenvoranschlag|preisvorschlag|devis|propositions?|offre|ofertas?|propuestas?|"
                    + "propostas?|cotizacion|presupuesto|orcamento|preventivo|offerta|offerten?|tilbud\\w*|offertes?";
    /** Given out of our hands. */
    static final String SENT =
            "is out|are out|out(?= ?(?:$|[,.;!)]))|out already|already out|went(?: out| over| across| off| in|(?= (?:@|on|at|to|mon|"
                    + "tue|wed|thu|fri|"
                    + "yesterday|today|this|last)))|sent|gone (?:out|over|off|in)|delivered|submitted|handed (?:over|in)|"
                    + "shared|emailed|e-mailed|mailed|issued|presented|dropped off|raus|draus+en|verschickt|"
                    + "versandt|versendet|gesendet|geschickt|zugeschickt|rausgeschickt|rausgegangen|abgegeben|eingereicht|vorgelegt|"
                    + "ubergeben|"
                    + "zugestellt|unterbreitet|envoyee?s?|transmise?s?|remise?s?|adressee?s?|presentee?s?|soumise?s?|partie?s?|"
                    + "enviad[oa]s?|"
                    + "mandad[oa]s?|entregad[oa]s?|entregues?|presentad[oa]s?|apresentad[oa]s?|salio|saiu|over to|eruit|verstuurd|"
                    + "inviat[oa]|"
                    + "skickade?s?|skickat|ute|sendte?|uit";
    /** We gave it: the verb stands before the offer. */
    static final String GAVE =
            "sent|emailed|e-mailed|submitted|delivered|issued|mailed|shared|presented|handed over|handed in|put in|enviamos|envie|"
                    + "mandamos|mande|presentamos|"
                    + "entregamos|pasamos|les mandamos|apresentamos|mandei|enviei|j'ai envoye|on a envoye|avons (?:envoye|transmis|"
                    + "remis|presente|soumis)|"
                    + "ai (?:envoye|transmis|remis|presente)|verschickt|haben ihnen|hab ihnen|habe ihnen";
    /** They have it in their hands. */
    static final String HAVE =
            "(?:has|have)(?: now| already)? had|has|have|they've|he's|she's|got|received|reviewing|reading|studying|going through|"
                    + "looking at|hat|haben|liegt|pruft|"
                    + "prufen|a recu|ont recu|a bien recu|ont|"
                    + "etudient?|tiene|tienen|recibio|recibieron|ya recibio|ya tienen|revisan|tem|recebeu|receberam|ja tem|"
                    + "ja receberam|heeft|ontvangen";

    static final String CONTRACT =
            "contract|contracts|agreement|msa|sow|paperwork|paper|terms|t&cs|ts and cs|terms and conditions|drafts?|clauses?|liability|"
                    + "vertrag\\w*|agb|avv|entwurf|contrat|"
                    + "cgv|clausul\\w+|contrato|minuta|borrador|contratto|avtal|overeenkomst";
    /** Lawyers and buyers at work on a text. */
    static final String REVISED =
            "redlin\\w+|red pen|swapp\\w+|exchang\\w+|trading|mark(?:ed)?[- ]?ups?|marked up|marking (?:it|them|this|that|\\w+ \\w+) up|"
                    + "comments|edits|amendments|amended|"
                    + "negotiat(?:ed|ing|ions?)|haggl\\w+|back and forth|"
                    + "to and fro|verhandel\\w+|anmerkungen|anderungen|anderungswunsch\\w*|uberarbeitet|relectures?|annotations?|annote|"
                    + "negociations?|negocie|modifications|observaciones|comentarios|cambios|revisando|negociando|negociacion|"
                    + "alteracoes|ajustes|"
                    + "negociacao|revision (?:legal|juridica)|revisao juridica|juridische controle";

    static final String ORDER =
            "po|purchase order|work order|(?:the|their|an|a|our|his|her|big|first|signed) order|order(?= (?:came|is|has|arrived|"
                    + "landed|received|'s))|order form|bestellung|bestellschein|auftrag|"
                    + "auftragsbestatigung|bon de commande|commande|pedido|orden de compra|ordem de compra|encomenda|ordine|"
                    + "inkooporder|bestelling";
    static final String ARRIVED =
            "is in|came|came in|came back|came through|landed|arrived|received|has been (?:raised|issued|placed|sent)|was (?:raised|"
                    + "issued|placed|sent)|is here|turned up|hit (?:my|our|the) (?:inbox|mailbox|desk)|"
                    + "in hand|kam|ist da|ist drin|ist raus|liegt vor|eingegangen|eingetroffen|erhalten|bekommen|reinbekommen|erteilt|"
                    + "recue?|arrivee?|passee?|llego|"
                    + "recibid[oa]|recibimos|chegou|recebid[oa]|recebemos|arrivato|ricevuto|binnen";
    static final String GOT =
            "got|received|have|landed|bagged|placed|raised|issued|sent (?:us|over|through)|haben|erhalten|bekommen|recu|avons|passe|"
                    + "recibimos|tenemos|nos (?:mandaron|enviaron|hicieron)|"
                    + "hicieron|recebemos|temos|fizeram|mandaram|nos mandaram";

    /** Comes down to somebody who is none of us. */
    static final String OTHERS =
            "our (?:current|existing|present|incumbent|old|usual) \\w+|unser\\w+ (?:bisherig\\w+|aktuell\\w+) \\w+|"
                    + "notre (?:\\w+ )?(?:actuel\\w*|habituel\\w*)|nuestro \\w+ actual|nosso \\w+ atual|"
                    + "(?:an?|the|another|other|different|their|some|someone|somebody|one of|ein\\w*|den|dem|die|das|der|una?|une|la|"
                    + "le|les|el|"
                    + "los|o|os|um|uma|l'|a|com|con|de|autre|otr[oa]|outr[oa]|ander\\w*) "
                    + "(?:[\\w-]+ ){0,2}?(?:competitor|competition|competitors|rival|rivals|vendor|supplier|provider|tenderer|"
                    + "applicant|candidate|firm|tool|system|"
                    + "solution|platform|bid|bidder|product|installer|"
                    + "agency|contractor|partner|company|shop|outfit|incumbent|option|one|guys|lot|software|package|else|"
                    + "wettbewerb\\w*|mitbewerb\\w*|konkurren\\w*|anbieter|"
                    + "lieferant\\w*|losung|concurren\\w+|prestataire|fournisseur|solution|proveedor\\w*|competencia|competidor\\w*|"
                    + "opcion|fornecedor\\w*|concorren\\w+|opcao|"
                    + "fornitore|leverancier)\\b|"
                    + "(?:someone|somebody|anyone|something|anything) (?:else|cheaper|local|bigger|simpler)|the other (?:side|guys|"
                    + "lot|one|bid|vendor)|elsewhere|in-?house|"
                    + "(?:doing|building|do|build|keeping|keep) it (?:themselves|in-?house|on)|jemand\\w* ander\\w*|andere[nrms]?\\b|"
                    + "woanders|quelqu'un d'autre|un autre|ailleurs|otro\\b|otra\\b|alguien mas|"
                    + "outro\\b|outra\\b|a concorrencia|la competencia|la concurrence|iemand anders|een ander";

    /** The sale itself. */
    static final String SALE =
            "deal|opp\\w*|tender|bid|project|projekt|projet|proyecto|projeto|order|purchase|rollout|initiative|ausschreibung|"
                    + "appel d'offres|licitacion|licitacao|vorhaben|"
                    + "negocio|affaire|geschaft";

    private DealWords() {}

    /** A thing and what happened to it, either first, within one clause. */
    static String pair(String thing, String happened, int apart) {
        return "\\b(?:" + thing + ")\\b(?:'s)?(?:[^.,;:()!?]|[.,](?=\\d)){0," + apart + "}?\\b(?:" + happened + ")\\b";
    }

    static Pattern of(String... alternatives) {
        return Pattern.compile(String.join("|", alternatives));
    }
}
