package io.plimsoll.workspace;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;

/**
 * A file of an artifact store, open to be read from any place on. Whoever has opened it reads the same bytes to the end, even if it is erased meanwhile.
 *
 * @param channel where to read; at its beginning
 * @param bytes size of the file
 */
public record StoredFile(SeekableByteChannel channel, long bytes) implements Closeable {
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
