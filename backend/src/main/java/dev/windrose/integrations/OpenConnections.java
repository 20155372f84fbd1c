package dev.windrose.integrations;

import dev.windrose.platform.credentials.Secret;
import dev.windrose.platform.error.AppException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what came through a connection, with its connector. */
@Component
class OpenConnections {

    private final ConnectionStore connections;
    private final Connectors connectors;
    private final ReceivedMessageStore store;
    private final PlaceMessage place;
    private final AnswerTokens tokens;
    private final MessageLedger ledger;

    OpenConnections(
            ConnectionStore connections,
            Connectors connectors,
            ReceivedMessageStore store,
            PlaceMessage place,
            AnswerTokens tokens,
            MessageLedger ledger) {
        this.connections = connections;
        this.connectors = connectors;
        this.store = store;
        this.place = place;
        this.tokens = tokens;
        this.ledger = ledger;
    }

    /** @param wantsAnswer whether somebody waits there, and there is a token to answer by */
    record Opened(ParsedMessage parsed, boolean provesSender, boolean wantsAnswer) {}

    /**
     * What it takes to answer a message.
     *
     * @param token null where the message itself says how
     */
    record Way(Connector.Answered source, @Nullable Secret token, RawMessage raw) {}

    Opened open(ReceivedMessage message) {
        var connection =
                ledger.within(() -> connections.find(message.connection()).orElseThrow());
        var connector = connectors.get(connection.kind());
        var raw = ledger.within(() -> raw(message));
        var parsed = read(connector, raw, message);
        var way = way(message);
        var token = way.map(Way::token).orElse(null);
        if (way.isPresent() && token != null) {
            parsed = way.get().source().identified(connection, token, raw, parsed);
        }
        var whole = parsed;
        return new Opened(
                ledger.within(() -> place.of(whole)),
                connector.provesSender(),
                way.filter(open -> open.source().wantsAnswer(raw)).isPresent());
    }

    /** What could not be taken apart is what somebody has written in its place. */
    private static ParsedMessage read(Connector connector, RawMessage raw, ReceivedMessage message) {
        try {
            return connector.read(raw);
        } catch (AppException unreadable) {
            if (message.editedText() == null) {
                throw unreadable;
            }
            return ParsedMessage.plain(TellInbox.channel(connector.kind()), null, null, message.editedText());
        }
    }

    Optional<Way> way(ReceivedMessage message) {
        return ledger.within(() -> {
            var connection = connections.find(message.connection()).orElseThrow();
            if (!(connectors.get(connection.kind()) instanceof Connector.Answered source)) {
                return Optional.<Way>empty();
            }
            var raw = raw(message);
            var token = tokens.open(connection.id());
            return token != null || source.answeredWithoutToken(raw)
                    ? Optional.of(new Way(source, token, raw))
                    : Optional.<Way>empty();
        });
    }

    private RawMessage raw(ReceivedMessage message) {
        return new RawMessage(
                message.externalId(),
                message.receivedAt(),
                message.contentType(),
                store.content(message.id()),
                message.priority());
    }
}
