package dev.windrose.llm.language;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.nibor.autolink.LinkExtractor;
import org.nibor.autolink.LinkType;

/** Mail addresses and web addresses. */
public final class Emails {

    private static final LinkExtractor MAIL =
            LinkExtractor.builder().linkTypes(EnumSet.of(LinkType.EMAIL)).build();
    private static final LinkExtractor WEB = LinkExtractor.builder()
            .linkTypes(EnumSet.of(LinkType.URL, LinkType.WWW))
            .build();

    private Emails() {}

    public static List<Found> in(String text) {
        return links(MAIL, text).stream()
                .map(found -> new Found(found.span(), found.value().toLowerCase(Locale.ROOT)))
                .toList();
    }

    public static List<Found> webAddresses(String text) {
        return links(WEB, text);
    }

    public static String domain(String mail) {
        return mail.substring(mail.indexOf('@') + 1);
    }

    private static List<Found> links(LinkExtractor extractor, String text) {
        return StreamSupport.stream(extractor.extractLinks(text).spliterator(), false)
                .map(link -> new Found(
                        new Span(link.getBeginIndex(), link.getEndIndex()),
                        text.substring(link.getBeginIndex(), link.getEndIndex())))
                .toList();
    }
}
