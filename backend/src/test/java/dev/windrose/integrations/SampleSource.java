package dev.windrose.integrations;

import dev.windrose.integrations.ParsedMessage.Party;
import dev.windrose.platform.credentials.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A source whose messages are a number: the number is the id, and the text tells of it. */
@Component
class SampleSource implements Connector.Pushed {

    static final String KIND = "sample";

    /** What nothing can read. */
    static final String DEEP = "deep";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String label() {
        return "Sample";
    }

    @Override
    public List<ConnectionSetting> settings() {
        return List.of();
    }

    @Override
    public Map<String, Object> checked(Map<String, Object> settings) {
        return Map.of();
    }

    @Override
    public @Nullable String secret() {
        return null;
    }

    @Override
    public Answer accept(Connection connection, @Nullable Secret secret, Call call) {
        String number = new String(call.body(), StandardCharsets.UTF_8);
        return Answer.of(new RawMessage(number, Instant.now(), "text/plain", call.body(), 0));
    }

    @Override
    public ParsedMessage read(RawMessage raw) {
        String number = new String(raw.content(), StandardCharsets.UTF_8);
        if (number.equals(DEEP)) {
            throw new StackOverflowError("too deep");
        }
        var sender = new Party("lena@harbour.example", "Lena Ray");
        return ParsedMessage.plain("api", null, sender, "Called Quarrow Mills about order " + number + ".");
    }
}
