package io.plimsoll.storage.audit;

import io.plimsoll.storage.files.DurableFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * An Ed25519 key pair (RFC 8032) in two files: {@code checkpoint.key}, for its owner alone, and {@code checkpoint.pub}, for whoever verifies.
 * Made when first needed; of several processes that make one at once, one wins.
 */
final class SigningKey {
    private static final String ALGORITHM = "Ed25519";
    private static final String SECRET = "checkpoint.key";
    private static final String PUBLIC = "checkpoint.pub";

    private final Path folder;

    SigningKey(Path folder) {
        this.folder = folder;
    }

    String sign(byte[] message) throws IOException {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret());
            signature.update(message);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IOException("the key " + SECRET + " is not one that signs", e);
        }
    }

    /** Whether a signature was made with this key; false where there is no key. */
    boolean verifies(byte[] message, String signature) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(publicKey());
            check.update(message);
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private PrivateKey secret() throws IOException, GeneralSecurityException {
        Path file = folder.resolve(SECRET);
        if (!Files.exists(file)) {
            make(file);
        }
        byte[] encoded = Base64.getMimeDecoder().decode(Files.readString(file));
        return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
    }

    private PublicKey publicKey() throws IOException, GeneralSecurityException {
        byte[] encoded = Base64.getMimeDecoder().decode(Files.readString(folder.resolve(PUBLIC)));
        return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    }

    /** The public half is there before the secret one, so that whoever can sign can be verified. */
    private void make(Path file) throws IOException, GeneralSecurityException {
        DurableFiles.createFolders(folder);
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        try (DurableFiles.Exclusive alone = DurableFiles.exclusive(folder.resolve("lock"))) {
            if (alone.isHeld() && !Files.exists(file)) {
                write(folder.resolve(PUBLIC), pair.getPublic().getEncoded());
                write(file, pair.getPrivate().getEncoded());
            }
        }
    }

    private static void write(Path file, byte[] key) throws IOException {
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        Files.deleteIfExists(partial);
        try {
            Files.createFile(partial);
            PosixFileAttributeView posix = Files.getFileAttributeView(partial, PosixFileAttributeView.class);
            if (posix != null && file.endsWith(SECRET)) {
                posix.setPermissions(PosixFilePermissions.fromString("rw-------"));
            }
            String text = Base64.getMimeEncoder().encodeToString(key) + "\n";
            Files.writeString(partial, text, StandardCharsets.US_ASCII, StandardOpenOption.SYNC);
            DurableFiles.move(partial, file);
        } catch (FileAlreadyExistsException e) {
            throw new IOException("another process writes a key at the same time", e);
        }
    }
}
