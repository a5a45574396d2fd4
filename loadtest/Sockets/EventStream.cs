using System.Net.Sockets;

namespace OrleansContest.LoadTest.Sockets;

/// <summary>One stream of server-sent events (HTML Living Standard, 9.2), as lean as <see cref="WebSocketConnection"/>.</summary>
internal sealed class EventStream : ILine, IByteSink
{
    private readonly IStreamHandler handler;
    private readonly IPump pump;
    private readonly ChunkedBody? chunks;
    private readonly int maxBytes;
    private PooledBytes kept;
    private CloseReason? reason;
    private long receivedAt;
    private long bytes;

    private EventStream(Wire wire, ConnectPlan plan, IStreamHandler handler, bool isChunked)
    {
        (this.handler, maxBytes) = (handler, plan.MaxMessageBytes);
        chunks = isChunked ? new ChunkedBody(Add) : null;
        pump = wire.PumpTo(this, plan);
    }

    public long BytesReceived => Volatile.Read(ref bytes);

    /// <exception cref="SocketException">Nobody is there, or this machine has no port or descriptor left.</exception>
    /// <exception cref="HandshakeException">What answers there is no stream.</exception>
    public static async Task<EventStream> ConnectAsync(ConnectPlan plan, IStreamHandler handler, CancellationToken cancellationToken)
    {
        var wire = await Wire.OpenAsync(plan, cancellationToken);
        try
        {
            var head = await ResponseHead.AskAsync(wire, Request(plan), cancellationToken);
            if (head.Status != 200 || !head.Headers.GetValueOrDefault("Content-Type", "").StartsWith("text/event-stream", StringComparison.OrdinalIgnoreCase))
            {
                var body = await head.ReadBodyAsync(wire, cancellationToken);
                throw new HandshakeException(head.Status, body, $"The server did not open a stream at {plan.Path}: {head.Status} {body}".Trim());
            }

            var stream = new EventStream(wire, plan, handler, head.Headers.GetValueOrDefault("Transfer-Encoding") == "chunked");
            stream.Begin(head.Rest, plan.Clock.GetTimestamp());
            return stream;
        }
        catch
        {
            wire.Dispose();
            throw;
        }
    }

    /// <summary>A stream hears nothing.</summary>
    public void Send(ReadOnlySpan<byte> text) => throw new NotSupportedException("A stream hears nothing.");

    public void Pause() => pump.Pause();

    public void Resume() => pump.Resume();

    public void Abort()
    {
        Interlocked.CompareExchange(ref reason, new CloseReason(CloseReason.BrokenOff, "", IsOurs: true), null);
        pump.Abort();
    }

    bool IByteSink.Take(ReadOnlySpan<byte> bytes, long at)
    {
        Volatile.Write(ref this.bytes, this.bytes + bytes.Length);
        receivedAt = at;
        try
        {
            if (chunks is null)
            {
                Add(bytes);
            }
            else
            {
                chunks.Take(bytes);
            }

            return true;
        }
        catch (FrameException fault)
        {
            Interlocked.CompareExchange(ref reason, new CloseReason(fault.Code, fault.Message, IsOurs: true), null);
            return false;
        }
    }

    void IByteSink.Ended(SocketError error)
    {
        kept.Release();
        var text = error is SocketError.Success ? "The server ended the stream." : $"The connection broke: {error}.";
        handler.Ended(this, reason ?? new CloseReason(CloseReason.BrokenOff, text, IsOurs: false));
    }

    private static string Request(ConnectPlan plan) =>
        $"GET {plan.Path} HTTP/1.1\r\nHost: {plan.Host ?? plan.Remote.ToString()}\r\nAccept: text/event-stream\r\nCache-Control: no-cache\r\n"
        + string.Concat(plan.Headers.Select(header => $"{header.Key}: {header.Value}\r\n")) + "\r\n";

    private void Begin(byte[] rest, long at)
    {
        if (rest.Length == 0 || ((IByteSink)this).Take(rest, at))
        {
            pump.Start();
        }
        else
        {
            pump.Abort();
        }
    }

    /// <summary>Events end with an empty line; lines with LF, as the gateway writes them.</summary>
    private void Add(ReadOnlySpan<byte> piece)
    {
        if (kept.Length + piece.Length > maxBytes)
        {
            throw new FrameException(CloseReason.TooBig, $"An event of more than {maxBytes} bytes.");
        }

        kept.Add(piece);
        var rest = kept.Span;
        while (rest.IndexOf("\n\n"u8) is >= 0 and var end)
        {
            Tell(rest[..end]);
            rest = rest[(end + 2)..];
        }

        if (rest.Length < kept.Length)
        {
            var left = rest.ToArray();
            kept.Release();
            kept.Add(left);
        }
    }

    private void Tell(ReadOnlySpan<byte> lines)
    {
        foreach (var range in lines.Split((byte)'\n'))
        {
            if (lines[range] is var line && line.StartsWith("data:"u8))
            {
                handler.Take(this, line[(line.Length > 5 && line[5] == ' ' ? 6 : 5)..], receivedAt);
            }
        }
    }
}
