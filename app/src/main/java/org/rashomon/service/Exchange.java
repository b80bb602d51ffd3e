package org.rashomon.service;

import com.sun.jna.Function;
import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Two folders change names in one step, which Java has no call for: {@code renameat2} on Linux, {@code renamex_np} on macOS. There is no moment at
 * which either name is free or holds half of what it should.
 */
final class Exchange {
    private static final String SCRATCH = "jna.tmpdir";

    /** In place of an open folder, the present one: names are absolute. */
    private static final int HERE = -100;

    private static final int LINUX_EXCHANGE = 2;
    private static final int MAC_SWAP = 2;
    /**
     * What a system or a file system says that has no such step, or not for these two: operation not permitted, no such device, device busy, on two
     * devices, invalid argument, not implemented, not supported (of Linux and of macOS).
     */
    private static final Set<Integer> CANNOT = Set.of(1, 16, 18, 19, 22, 38, 45, 78, 95, 102);

    private Exchange() {}

    /**
     * Swaps two names.
     *
     * @param scratch an empty folder, for the library that makes the call to unpack itself to
     * @return false where the machine or the file system cannot do so; then both are as they were
     * @throws IOException when it can and failed; then, too, both are as they were
     */
    static boolean swap(Path one, Path other, Path scratch) throws IOException {
        int error;
        try {
            Call call = call(scratch);
            if (call == null) {
                return false;
            }
            error = call.swap(bytes(one), bytes(other));
        } catch (LinkageError | LastErrorException | IllegalArgumentException e) {
            System.getLogger(Exchange.class.getName()).log(System.Logger.Level.DEBUG, "no exchange of names", e);
            return false;
        }
        if (error == 0) {
            return true;
        }
        if (CANNOT.contains(error)) {
            return false;
        }
        throw new FileSystemException(
                other.toString(), one.toString(), Native.load("c", Reason.class).strerror(error));
    }

    /** The system's words for an error. */
    interface Reason extends com.sun.jna.Library {
        String strerror(int error);
    }

    /** Gives 0, or the number of the error. */
    @FunctionalInterface
    private interface Call {
        int swap(Memory one, Memory other);
    }

    private static @Nullable Call call(Path scratch) {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (!system.contains("linux") && !system.startsWith("mac")) {
            return null;
        }
        NativeLibrary library = loaded(scratch);
        if (system.contains("linux")) {
            Function rename = library.getFunction("renameat2");
            return (one, other) -> result(rename.invokeInt(new Object[] {HERE, one, HERE, other, LINUX_EXCHANGE}));
        }
        Function rename = library.getFunction("renamex_np");
        return (one, other) -> result(rename.invokeInt(new Object[] {one, other, MAC_SWAP}));
    }

    private static int result(int returned) {
        return returned == 0 ? 0 : Native.getLastError();
    }

    /** The property belongs to a library that others in this Java machine may use: what was set stays, what is set here is taken back. */
    private static NativeLibrary loaded(Path scratch) {
        if (System.getProperty(SCRATCH) != null) {
            return NativeLibrary.getInstance("c");
        }
        System.setProperty(SCRATCH, scratch.toString());
        try {
            return NativeLibrary.getInstance("c");
        } finally {
            System.clearProperty(SCRATCH);
        }
    }

    /** A path as the system writes it, with a zero behind. */
    private static Memory bytes(Path path) {
        byte[] name = path.toString()
                .getBytes(Charset.forName(System.getProperty(
                        "sun.jnu.encoding", Charset.defaultCharset().name())));
        Memory memory = new Memory(name.length + 1L);
        memory.write(0, name, 0, name.length);
        memory.setByte(name.length, (byte) 0);
        return memory;
    }
}
