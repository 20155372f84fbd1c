package dev.windrose.context.transfer.material;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Words of a saved page. Tags are taken off and never kept; what runs, hides or leads around is left out. One pass, so that a page made to be slow is not. */
final class HtmlBlocks {

    private static final Set<String> UNSEEN = Set.of(
            "script",
            "style",
            "template",
            "noscript",
            "svg",
            "iframe",
            "object",
            "embed",
            "canvas",
            "nav",
            "footer",
            "aside",
            "select",
            "button",
            "textarea",
            "head",
            "math",
            "audio",
            "video");

    private static final Set<String> ENDS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "main",
            "header",
            "ul",
            "ol",
            "table",
            "tbody",
            "blockquote",
            "pre",
            "dl",
            "dt",
            "dd",
            "figure",
            "figcaption",
            "hr",
            "form",
            "body",
            "html",
            "address",
            "details",
            "summary");

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");

    private final String html;
    private final String lower;
    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private int heading;

    private HtmlBlocks(String html) {
        this.html = html;
        char[] letters = html.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = Character.toLowerCase(letters[i]);
        }
        this.lower = new String(letters);
    }

    static List<Block> of(String html) {
        var read = new HtmlBlocks(html);
        read.all();
        return read.blocks;
    }

    private void all() {
        int at = 0;
        while (at < html.length()) {
            int tag = html.indexOf('<', at);
            text(at, tag < 0 ? html.length() : tag);
            if (tag < 0) {
                break;
            }
            at = tag(tag);
        }
        close();
    }

    private void text(int from, int to) {
        open.append(HtmlUtils.htmlUnescape(html.substring(from, to)));
    }

    /** Behind the tag. */
    private int tag(int at) {
        if (html.startsWith("<!--", at)) {
            int end = html.indexOf("-->", at + 4);
            return end < 0 ? html.length() : end + 3;
        }
        int begin = at + 1 < html.length() && html.charAt(at + 1) == '/' ? at + 2 : at + 1;
        int end = begin;
        while (end < html.length() && Character.isLetterOrDigit(html.charAt(end))) {
            end++;
        }
        if (end == begin && !html.startsWith("<!", at) && !html.startsWith("<?", at)) {
            open.append('<');
            return at + 1;
        }
        String name = lower.substring(begin, end).toLowerCase(Locale.ROOT);
        boolean closes = begin == at + 2;
        int behind = behind(end);
        if (!closes && UNSEEN.contains(name) && html.charAt(behind - 2 >= 0 ? behind - 2 : 0) != '/') {
            return skip(name, behind);
        }
        shape(name, closes);
        return behind;
    }

    /** Attributes may hold a closing bracket between quotes. */
    private int behind(int from) {
        char quote = 0;
        for (int i = from; i < html.length(); i++) {
            char c = html.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = html.charAt(i - 1) == '=' ? c : quote;
            } else if (c == '>') {
                return i + 1;
            }
        }
        return html.length();
    }

    /** Behind the end of what is not shown; elements of the same name within it end with theirs. */
    private int skip(String name, int from) {
        int depth = 1;
        int at = from;
        while (depth > 0) {
            int ends = lower.indexOf("</" + name, at);
            if (ends < 0) {
                return html.length();
            }
            int begins = name.equals("script") || name.equals("style") ? -1 : lower.indexOf("<" + name, at);
            boolean nested = begins >= 0 && begins < ends;
            depth += nested ? 1 : -1;
            at = (nested ? begins : ends) + name.length() + 1;
        }
        return behind(at);
    }

    private void shape(String name, boolean closes) {
        boolean titled = name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1));
        if (titled) {
            close();
            heading = closes ? 0 : name.charAt(1) - '0';
        } else if (name.equals("li")) {
            close();
            if (!closes) {
                open.append("- ");
            }
        } else if (name.equals("tr")) {
            close();
        } else if (name.equals("td") || name.equals("th")) {
            open.append(closes ? " | " : "");
        } else if (name.equals("br")) {
            open.append('\n');
        } else if (ENDS.contains(name)) {
            close();
        }
    }

    private void close() {
        var lines = new ArrayList<String>();
        for (String line : open.toString().split("\n")) {
            String words = SPACES.matcher(line).replaceAll(" ").strip();
            if (words.endsWith(" |")) {
                words = words.substring(0, words.length() - 2).strip();
            }
            if (!words.isEmpty() && !words.equals("-")) {
                lines.add(words);
            }
        }
        open.setLength(0);
        if (!lines.isEmpty()) {
            blocks.add(
                    heading > 0
                            ? Block.heading(heading, String.join(" ", lines), "")
                            : Block.text(String.join(lines.size() > 3 ? "\n" : " ", lines), ""));
        }
    }
}
