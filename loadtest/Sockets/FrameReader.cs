using System.Text.Unicode;

namespace OrleansContest.LoadTest.Sockets;

/// <summary>
/// Takes a server's bytes apart, however they were cut: frames that lie whole in what is given are handed on where they lie, and only the
/// rest is kept. Holds no memory between messages.
/// </summary>
/// <param name="sink">Where messages go.</param>
/// <param name="maxMessage">The largest message, inflated.</param>
internal sealed class FrameReader(IFrameSink sink, int maxMessage)
{
    private PooledBytes kept;
    private PooledBytes message;
    private bool isInMessage;
    private bool isCompressed;

    /// <summary>Whether compression was agreed on.</summary>
    public bool AllowsCompression { get; set; }

    /// <exception cref="FrameException">A server may not send that; nothing more can be read.</exception>
    public void Take(ReadOnlySpan<byte> bytes)
    {
        if (kept.Length > 0)
        {
            bytes = bytes[Complete(bytes)..];
        }

        while (FrameHeader.TryRead(bytes, maxMessage, out var header) && header.Total <= bytes.Length)
        {
            Take(header, bytes.Slice(header.Bytes, header.Payload));
            bytes = bytes[header.Total..];
        }

        kept.Add(bytes);
    }

    /// <summary>Gives back what it holds.</summary>
    public void Release()
    {
        kept.Release();
        message.Release();
    }

    /// <summary>Puts the frame together of which a piece was kept.</summary>
    /// <returns>How many of the new bytes belong to it.</returns>
    private int Complete(ReadOnlySpan<byte> bytes)
    {
        var used = 0;
        FrameHeader header;
        while (!FrameHeader.TryRead(kept.Span, maxMessage, out header))
        {
            if (used == bytes.Length)
            {
                return used;
            }

            kept.Add(bytes.Slice(used++, 1));
        }

        var missing = Math.Min(header.Total - kept.Length, bytes.Length - used);
        kept.Reserve(header.Total);
        kept.Add(bytes.Slice(used, missing));
        if (kept.Length == header.Total)
        {
            Take(header, kept.Span[header.Bytes..]);
            kept.Release();
        }

        return used + missing;
    }

    private void Take(FrameHeader header, ReadOnlySpan<byte> payload)
    {
        if (header.IsControl)
        {
            sink.Control(header.Opcode, payload);
            return;
        }

        Begin(header);
        if (header.IsFinal && message.Length == 0)
        {
            End(payload);
            return;
        }

        if (payload.Length > maxMessage - message.Length)
        {
            throw new FrameException(CloseReason.TooBig, $"A message of more than {maxMessage} bytes.");
        }

        message.Add(payload);
        if (header.IsFinal)
        {
            End(message.Span);
            message.Release();
        }
    }

    private void Begin(FrameHeader header)
    {
        if (isInMessage != (header.Opcode == FrameHeader.Continuation))
        {
            throw new FrameException(CloseReason.BrokeProtocol, isInMessage ? "A message begins inside another." : "A continuation of nothing.");
        }

        if (header.IsCompressed && (isInMessage || !AllowsCompression))
        {
            throw new FrameException(CloseReason.BrokeProtocol, "RSV1 is set where nothing is compressed.");
        }

        isCompressed = isInMessage ? isCompressed : header.IsCompressed;
        isInMessage = true;
    }

    private void End(ReadOnlySpan<byte> payload)
    {
        isInMessage = false;
        var text = isCompressed ? Inflater.OfThisThread.Inflate(payload, maxMessage) : payload;
        if (!Utf8.IsValid(text))
        {
            throw new FrameException(CloseReason.NotText, "A text message is not UTF-8.");
        }

        sink.Message(text);
    }
}
