package dev.windrose.intake.reading;

import dev.windrose.llm.language.JobTitles;
import dev.windrose.llm.language.Span;
import java.util.Optional;
import java.util.regex.Pattern;

/** Titles and numbers told in other words than "is now ...". */
final class ToldTitles {

    /** Words of people who speak of themselves. */
    static final Pattern MINE = Pattern.compile(
            "\\b(?:my|me|mine|i'm|i am|i was|i've|mein\\w*|mich|ich|je|mon|ma|moi|mi|mis|mio|soy|yo|meu|minha|sou|eu|sono|io|mijn|"
                    + "ik|min|mig|jag|jeg)\\b");

    /** "New mobile: ..." of somebody who writes for themselves. */
    static final Pattern NEW_NUMBER = Pattern.compile(
            "\\b(?:new|neue\\w*|nouve\\w+|nuev[oa]|nov[oa]|nuov[oa]|nieuwe?|ny\\w?) (?:mobile|cell\\w*|phone|number|direct|line|"
                    + "telefon\\w*|nummer|mobil\\w*|handy\\w*|durchwahl|numero|portable|telephone|movil|celular|telemovel|cellulare|"
                    + "mobiel)\\b|"
                    + "\\b(?:mobile|cell|phone|number|telefon|nummer|mobil|handynummer|durchwahl|numero|portable|telephone|movil|"
                    + "celular|telemovel|cellulare) (?:is )?(?:new|neu|nouveau|nuevo|novo|nuovo|nieuw|ny|nytt)\\b");

    /** "I am now ..." and "from today I am ..." in the languages where the verb stands first. */
    static final String AM_NOW =
            "(?:am|bin|suis|soy|sou|sono|ben|ar|er) (?:ich |je |yo |eu |io |ik |jag |jeg )?(?:maintenant|desormais|dorenavant|"
                    + "a present|ahora|agora|ora|adesso|nu|jetzt|nun|neuerdings|ab sofort) (?:die |der |la |le |el |o |a |de |het )?|"
                    + "(?:a partir de (?:hoy|hoje|ahora|agora)|desde (?:hoy|hoje)|ab (?:heute|sofort)|seit \\w+|des aujourd'hui|"
                    + "depuis \\S+|da oggi|vanaf (?:nu|vandaag)|fran och med idag|fra i dag|as of (?:today|now)|from today),? "
                    + "(?:i am|i'm|bin ich|je suis|soy|sou|sono|ben ik|ar jag|er jeg) (?:the |die |der |la |le |el |o |a |de |het )?|"
                    + "(?:(?:ahora|agora|ora|maintenant|desormais|now|nu) (?:soy|sou|sono|je suis|i am|i'm|ben ik|ar jag|er jeg) )";

    private static final Pattern NOW_BEHIND = Pattern.compile(
            "\\b(?:he's|she's|he is|she is|is|er ist|sie ist|ist|hon ar|han ar|hun er|han er|ze is|hij is|elle est|il est|ella es|"
                    + "ela e|ele e|lei e|lui e) (?:the |our |their )?([\\p{L} &/-]{2,40}?) "
                    + "(?:now|jetzt|nun|maintenant|desormais|ahora|agora|adesso|ora|nu)\\b");

    /** "Greta at the mill, CTO since March, ...". */
    private static final Pattern SINCE = Pattern.compile(
            "^\\p{L}+(?: \\p{L}+)?(?: \\([^)]{2,30}\\)| (?:at|from|of|bei|von|chez|de|da|di|em|en|van|hos|"
                    + "fran) [^,;.]{2,34})?, (?:now |jetzt |nun |ahora |agora |maintenant |nu )?([^,;.]{2,44}?) "
                    + "(?:since|as of|from|seit|ab|depuis|desde|dal|dalla|sinds|sedan|siden|vanaf)\\b");

    private ToldTitles() {}

    /** "..., he's Advisor now": the word "now" may follow. */
    static Optional<Span> in(Reading reading, Statement statement, Span scope) {
        var words = statement.between(scope.start(), scope.end());
        for (var cue : java.util.List.of(NOW_BEHIND, SINCE)) {
            var match = cue.matcher(words);
            if (match.find()) {
                return JobTitles.in(
                        reading.text(), new Span(match.start(1) + scope.start(), match.end(1) + scope.start()));
            }
        }
        return Optional.empty();
    }
}
