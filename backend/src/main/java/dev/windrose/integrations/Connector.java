package dev.windrose.integrations;

import dev.windrose.events.LoggedEvent;
import dev.windrose.platform.credentials.Secret;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.id.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One kind of source. A bean that implements {@link Pulled} or {@link Pushed}; its test extends the contract test of connectors. */
public interface Connector {

    /** Never changes; kept with each connection. */
    String kind();

    String label();

    /** What a form asks for: each setting that is kept, and the secret where there is one. */
    List<ConnectionSetting> settings();

    /**
     * The settings as they are kept, with defaults.
     *
     * @throws AppException naming the setting that is wrong
     */
    Map<String, Object> checked(Map<String, Object> settings);

    /** What the secret of a connection is, such as password or signing_secret; null where it has none. */
    @Nullable
    String secret();

    /** Whether the source itself answers for who wrote a message, so that an employee's word counts as in the chat. */
    default boolean provesSender() {
        return false;
    }

    /** Where mail for a connection goes; null where it takes none. */
    default @Nullable String mailAddress(TenantId tenant, UUID connection) {
        return null;
    }

    /** @throws AppException where the content makes no sense */
    ParsedMessage read(RawMessage raw);

    /** A source that is asked for news. */
    interface Pulled extends Connector {

        /** @throws AppException with one sentence that says what is wrong */
        void tryOut(Connection connection, @Nullable Secret secret);

        /** Takes everything new, in batches, each with the place to go on from. */
        void pull(Connection connection, @Nullable Secret secret, Take take);
    }

    /** A source that calls us. */
    interface Pushed extends Connector {

        /** @throws AppException NOT_ALLOWED where the caller does not prove what it says it is */
        Answer accept(Connection connection, @Nullable Secret secret, Call call);
    }

    /** A source that hears of what happens in the workspace itself. */
    interface Following extends Connector {

        /** What it makes of events, but for those of the tasks that alerts become; the same events again make the same messages. */
        List<RawMessage> of(Connection connection, List<LoggedEvent> events);
    }

    /** A source that can be answered, by a token of its own. */
    interface Answered extends Connector {

        /** What kind of credential the token is, such as bot_token. */
        String token();

        /** How a form asks for it. */
        ConnectionSetting tokenSetting();

        /** Whether whoever wrote it looks for an answer there. */
        boolean wantsAnswer(RawMessage raw);

        /** Whether the source gave an address with the message itself, by which it can be answered without the token. */
        default boolean answeredWithoutToken(RawMessage raw) {
            return false;
        }

        /**
         * The message with its writer, where only the source knows who that is.
         *
         * @throws AppException of kind UPSTREAM where the source cannot be asked now
         */
        ParsedMessage identified(Connection connection, Secret token, RawMessage raw, ParsedMessage parsed);

        /** @throws AppException of kind UPSTREAM where it is worth another try */
        void answer(@Nullable Secret token, RawMessage raw, String text);
    }

    /** Where pulled messages go. */
    interface Take {

        /**
         * Keeps the messages and the place in one transaction.
         *
         * @return whether there is room for more now
         */
        boolean messages(List<RawMessage> messages, Map<String, Object> checkpoint);

        /** That the source itself was waited on for news until now, so that it is asked again at once. */
        void waited();

        /** When the source itself got each message of the days that were read in full; counted against the ledger. */
        void announced(List<Instant> received);
    }

    /** A request from outside; the names of its headers are in lower case. */
    record Call(Map<String, String> headers, String contentType, byte[] body, String from) {

        public @Nullable String header(String name) {
            return headers.get(name);
        }
    }

    /** @param body what the caller is told, beyond that it was taken */
    record Answer(List<RawMessage> messages, @Nullable Object body) {

        public static Answer of(RawMessage... messages) {
            return new Answer(List.of(messages), null);
        }
    }
}
