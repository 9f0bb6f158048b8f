package segue.jobs.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import javax.net.ssl.SSLException;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.SslOptions;
import redis.clients.jedis.SslVerifyMode;
import redis.clients.jedis.exceptions.JedisAccessControlException;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisNoScriptException;
import segue.jobs.QueueFullException;
import segue.jobs.QueueUnreachableException;

/** Connections to one server, and what goes wrong with them in words for the person who named it. */
final class RedisCalls implements AutoCloseable {
    private static final int CONNECT_MILLIS = 2_000;
    /** A server that hangs is waited for twice: the pool opens a new connection for one that broke. */
    private static final int ANSWER_MILLIS = 3_000;

    private static final int CONNECTIONS = 256;
    private static final String SCRIPT = script();

    private final QueueAddress address;
    private final RedisClient client;
    private volatile byte[] digest;

    RedisCalls(QueueAddress address) {
        this.address = address;
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(CONNECTIONS);
        pool.setMaxIdle(CONNECTIONS);
        pool.setMaxWait(Duration.ofMillis(ANSWER_MILLIS));
        pool.setJmxEnabled(false);
        this.client = RedisClient.builder()
                .hostAndPort(new HostAndPort(address.host(), address.port()))
                .clientConfig(config(address))
                .poolConfig(pool)
                .build();
    }

    private static JedisClientConfig config(QueueAddress address) {
        DefaultJedisClientConfig.Builder config = DefaultJedisClientConfig.builder()
                .resp2()
                .connectionTimeoutMillis(CONNECT_MILLIS)
                .socketTimeoutMillis(ANSWER_MILLIS)
                .blockingSocketTimeoutMillis(ANSWER_MILLIS)
                .user(address.user().orElse(null))
                .password(address.password().orElse(null))
                .database(address.database())
                .clientName("segue");
        if (address.encrypted()) {
            config.sslOptions(
                    SslOptions.builder().sslVerifyMode(SslVerifyMode.FULL).build());
        }
        return config.build();
    }

    /**
     * What the server answers.
     *
     * @throws QueueUnreachableException if it does not
     * @throws QueueFullException if it has no memory left
     */
    <T> T call(Function<RedisClient, T> commands) {
        try {
            return commands.apply(client);
        } catch (JedisConnectionException broken) {
            if (isSilence(broken)) {
                throw complaint(broken);
            }
            // A server that was started anew has closed the connections that wait here. Every step bears to be said
            // twice.
            client.getPool().clear();
            return callAgain(commands);
        } catch (JedisException thrown) {
            throw complaint(thrown);
        }
    }

    private <T> T callAgain(Function<RedisClient, T> commands) {
        try {
            return commands.apply(client);
        } catch (JedisException thrown) {
            throw complaint(thrown);
        }
    }

    private static boolean isOfCertificate(Throwable thrown) {
        return thrown != null && (thrown instanceof SSLException || isOfCertificate(thrown.getCause()));
    }

    /** Waiting for it a second time would not help. */
    private static boolean isSilence(Throwable thrown) {
        return thrown != null && (thrown instanceof SocketTimeoutException || isSilence(thrown.getCause()));
    }

    /** Runs the script, and loads it first where the server does not know it. */
    Object run(byte[]... arguments) {
        return call(redis -> {
            if (digest == null) {
                digest = redis.scriptLoad(SCRIPT).getBytes(StandardCharsets.US_ASCII);
            }
            try {
                return redis.evalsha(digest, 1, arguments);
            } catch (JedisNoScriptException startedAnew) {
                redis.scriptLoad(SCRIPT);
                return redis.evalsha(digest, 1, arguments);
            }
        });
    }

    private RuntimeException complaint(JedisException thrown) {
        JedisException cause = innermost(thrown);
        String said = String.valueOf(cause.getMessage());
        if (said.startsWith("OOM ")) {
            return QueueFullException.full();
        }
        String words;
        if (cause instanceof JedisAccessControlException
                || said.startsWith("NOAUTH ")
                || said.startsWith("WRONGPASS ")
                || said.startsWith("ERR invalid password")
                || said.contains("AUTH <password>")) {
            words = "refuses this user or password; check SEGUE_QUEUE=redis://:PASSWORD@HOST:PORT";
        } else if (said.startsWith("NOPERM ")) {
            words = "does not let this user do what a queue needs: allow it all commands on keys segue:* (" + said
                    + ")";
        } else if (isOfCertificate(thrown)) {
            words = "has no certificate for this host that Java trusts; add it to a trust store and start with"
                    + " -Djavax.net.ssl.trustStore=FILE and -Djavax.net.ssl.trustStorePassword=WORD";
        } else if (cause instanceof JedisConnectionException || !(cause instanceof JedisDataException)) {
            words = "does not answer; check that Redis runs there, and that host and port are right";
        } else {
            words = "answers: " + said;
        }
        return new QueueUnreachableException("the queue at " + address + " " + words, thrown);
    }

    /** The pool wraps what a new connection ran into. */
    private static JedisException innermost(JedisException thrown) {
        JedisException found = thrown;
        for (Throwable next = thrown; next != null; next = next.getCause()) {
            if (next instanceof JedisException inner) {
                found = inner;
            }
        }
        return found;
    }

    private static String script() {
        try (InputStream lua = RedisCalls.class.getResourceAsStream("jobs.lua")) {
            return new String(lua.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    QueueAddress address() {
        return address;
    }

    @Override
    public void close() {
        client.close();
    }
}
