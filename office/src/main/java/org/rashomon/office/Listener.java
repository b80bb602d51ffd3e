package org.rashomon.office;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.concurrent.SynchronousQueue;
import org.rashomon.ingest.office.Frames;
import org.rashomon.ingest.office.PrivateFolder;

/**
 * The life of the second machine: a document in, an answer out, until nobody is there any more. It then ends at once, whatever it is doing, and removes
 * the folder that it was given, for whoever was to do so may have been killed.
 */
public final class Listener {
    private Listener() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in, 1 << 16));
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out, 1 << 16));
        // what a library prints is no answer
        System.setOut(System.err);
        SynchronousQueue<byte[]> documents = new SynchronousQueue<>();
        Thread listening = new Thread(() -> listen(in, documents), "listening");
        listening.setDaemon(true);
        listening.start();
        out.writeInt(Frames.READY);
        out.flush();
        DocumentKinds kinds = new DocumentKinds();
        while (true) {
            byte[] answer = Frames.write(kinds.parse(documents.take()));
            Frames.send(out, answer);
        }
    }

    private static void listen(DataInputStream in, SynchronousQueue<byte[]> documents) {
        try {
            while (true) {
                documents.put(Frames.receive(in));
            }
        } catch (IOException | InterruptedException e) {
            PrivateFolder.removeOwn();
            Runtime.getRuntime().halt(0);
        }
    }
}
