package dev.windrose.intake.reading;

import java.util.regex.Pattern;

/** What happened to somebody else's friend, neighbour or rival is no trouble and no opinion of the account. */
final class Elsewhere {

    private static final String KIN =
            "(?:(?:brother|sister|father|mother|son|daughter)[- ]in[- ]law|brothers?|sisters?|cousins?|uncles?|aunts?|nephews?|"
                    + "nieces?|dad|mum|mom|husband|wife|partner|friends?|mates?|pals?|buddy|buddies|neighbou?rs?|ex-\\w+|former \\w+|"
                    + "old (?:boss|colleague|friend)|"
                    + "schwager|schwagerin|bruder|schwester|vetter|cousine?|onkel|tante|freund(?:in|e)?|nachbar(?:n|in)?|ex-\\w+|"
                    + "beau-frere|belle-soeur|frere|soeur|cousine?|oncle|tante|ami[es]*|voisine?s?|cunad[oa]|herman[oa]|prim[oa]|"
                    + "ti[oa]|amig[oa]s?|vecin[oa]s?|irmao|irma|vizinh[oa]s?|cunhad[oa]|fratello|sorella|cugin[oa]|cognat[oa]|"
                    + "amic[oi]|vicin[oi])";
    private static final String OTHER =
            "(?:(?:at|from|with|of|over at) (?:another|a different|some other|a neighbou?ring|a rival|a competing|one of (?:the|our|"
                    + "their) (?:competitors|rivals|neighbou?rs)|the (?:company|firm|place|people|guys|folks|lot) (?:next door|across|down))|"
                    + "next door|"
                    + "not (?:a |one of (?:our|your) )?(?:customers?|clients?)(?: of (?:yours|ours))?|(?:bei|von|aus) (?:einem|"
                    + "einer) ander\\w+|(?:vom|beim|bei der|von der) nachbar\\w*|kein\\w* kund\\w+|"
                    + "(?:chez|dans|d'|de) (?:un|une) autre|(?:du|de la|de l'|des) [\\p{L}']+ voisine?s?|pas clients?|(?:de|"
                    + "en) otr[oa]|(?:de|em|num|numa) outr[oa]|no (?:es|son) clientes?|nao (?:e|sao) clientes?|di un altr[oa]|"
                    + "di un'altra|bij een ander)";
    private static final Pattern TELLER = Pattern.compile(
            "\\b(?:his|her|their|my|our|a|an|some|one of (?:his|her|their|my)|sein\\w*|ihr\\w*|mein\\w*|ein\\w*|son|sa|ses|mon|ma|"
                    + "mes|un|une|su|sus|mi|mis|una|seu|sua|seus|suas|meu|minha|um|uma|suo|mio) (?:[\\p{L}-]+ )?"
                    + KIN
                    + "\\b(?! \\(?(?:also|who (?:also )?(?:works|owns|runs)|co-owner|the (?:co-)?(?:owner|director|boss)))|\\b"
                    + OTHER);
    private static final Pattern VERB = Pattern.compile(
            "\\b(?:says?|said|told|tells|claims?|claimed|mentions?|mentioned|swears?|swore|reports?|complains?|complained|loves?|"
                    + "hates?|thinks?|reckons?|uses?|has|have|had|is|are|was|were|"
                    + "sagt\\w*|meint\\w*|behauptet\\w*|schwort|erzahlt\\w*|klagt\\w*|hat|haben|ist|dit|disait|raconte|affirme|jure|"
                    + "se plaint|a|ont|est|dice|dijo|cuenta|jura|se queja|tiene|esta|diz|disse|conta|reclama|tem|racconta|zegt)\\b");
    private static final Pattern BRACKETS = Pattern.compile("\\([^)]*\\)");
    private static final Pattern OURS_TOO = Pattern.compile(
            "\\b(?:ours (?:too|as well|also|does|is|are|has)|(?:so|same) (?:do|does|is|with|for|here) (?:we|ours?|us)|we (?:too|"
                    + "as well|also|have the same)|and (?:so )?(?:do|are|have) we|bei uns (?:auch|genauso)|chez nous aussi|nous aussi|"
                    + "a nosotros tambien|aqui tambien|conosco tambem|anche (?:da )?noi)\\b");

    private Elsewhere() {}

    /** Somebody of no account of ours is the one who tells it, or of whom it is told. */
    static boolean of(Statement statement) {
        var words = BRACKETS.matcher(statement.folded).replaceAll(found -> keep(found.group()));
        var teller = TELLER.matcher(words);
        while (teller.find()) {
            var verb = VERB.matcher(words).region(teller.end(), Math.min(words.length(), teller.end() + 60));
            if (verb.find() && !OURS_TOO.matcher(statement.folded).find()) {
                return true;
            }
        }
        return false;
    }

    /** Brackets say more of whoever stands before them. */
    private static String keep(String bracket) {
        return bracket.replace('(', ' ').replace(')', ' ').replace('$', ' ').replace('\\', ' ');
    }
}
