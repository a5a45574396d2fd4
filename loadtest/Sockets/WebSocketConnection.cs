using System.Buffers;
using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace OrleansContest.LoadTest.Sockets;

/// <summary>
/// One WebSocket of a client that holds very many: some two kilobytes each while it waits, no thread, no task, no timer, and nothing allocated
/// for what it receives. Pings are answered; text only.
/// </summary>
internal sealed class WebSocketConnection : ILine, IByteSink, IFrameSink
{
    private readonly IFrameHandler handler;
    private readonly FrameReader reader;
    private readonly IPump pump;
    private CloseReason? reason;
    private long receivedAt;
    private long bytes;
    private bool closeIsSent;

    private WebSocketConnection(Wire wire, ConnectPlan plan, IFrameHandler handler, bool isCompressed)
    {
        this.handler = handler;
        IsCompressed = isCompressed;
        reader = new FrameReader(this, plan.MaxMessageBytes) { AllowsCompression = isCompressed };
        pump = wire.PumpTo(this, plan);
    }

    /// <summary>Whether compression was agreed on.</summary>
    public bool IsCompressed { get; }

    public long BytesReceived => Volatile.Read(ref bytes);

    /// <summary>Connects and opens a WebSocket. From then on the handler is called.</summary>
    /// <exception cref="SocketException">Nobody is there, or this machine has no port or descriptor left.</exception>
    /// <exception cref="HandshakeException">What answers there does not open one.</exception>
    public static async Task<WebSocketConnection> ConnectAsync(ConnectPlan plan, IFrameHandler handler, CancellationToken cancellationToken)
    {
        var wire = await Wire.OpenAsync(plan, cancellationToken);
        try
        {
            var (head, isCompressed) = await Handshake.ShakeAsync(wire, plan, cancellationToken);
            var connection = new WebSocketConnection(wire, plan, handler, isCompressed);
            connection.Begin(head.Rest, plan.Clock.GetTimestamp());
            return connection;
        }
        catch
        {
            wire.Dispose();
            throw;
        }
    }

    public void Send(ReadOnlySpan<byte> text) => Send(FrameHeader.Text, text);

    public void Pause() => pump.Pause();

    public void Resume() => pump.Resume();

    /// <summary>Says goodbye; the server's answer ends it.</summary>
    public void Close(ushort code)
    {
        Interlocked.CompareExchange(ref reason, new CloseReason(code, "", IsOurs: true), null);
        SendClose(code);
        pump.Resume();
    }

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
            reader.Take(bytes);
            return true;
        }
        catch (FrameException fault)
        {
            Interlocked.CompareExchange(ref reason, new CloseReason(fault.Code, fault.Message, IsOurs: true), null);
            SendClose(fault.Code);
            return false;
        }
    }

    void IByteSink.Ended(SocketError error)
    {
        var text = error is SocketError.Success ? "The server ended the connection without a close." : $"The connection broke: {error}.";
        reader.Release();
        handler.Closed(this, reason ?? new CloseReason(CloseReason.BrokenOff, text, IsOurs: false));
    }

    void IFrameSink.Message(ReadOnlySpan<byte> text) => handler.Take(this, text, receivedAt);

    void IFrameSink.Control(byte opcode, ReadOnlySpan<byte> payload)
    {
        if (opcode == FrameHeader.Ping)
        {
            Send(FrameHeader.Pong, payload);
        }
        else if (opcode == FrameHeader.Close)
        {
            TakeClose(payload);
        }
    }

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

    private void TakeClose(ReadOnlySpan<byte> payload)
    {
        var code = payload.Length switch
        {
            0 => CloseReason.NoCode,
            1 => throw new FrameException(CloseReason.BrokeProtocol, "A close with half a code."),
            _ => BinaryPrimitives.ReadUInt16BigEndian(payload),
        };
        Interlocked.CompareExchange(ref reason, new CloseReason(code, payload.Length > 2 ? Encoding.UTF8.GetString(payload[2..]) : "", IsOurs: false), null);
        SendClose(code == CloseReason.NoCode ? CloseReason.Normal : code);
        pump.Finish();
    }

    private void SendClose(ushort code)
    {
        if (!Interlocked.Exchange(ref closeIsSent, true))
        {
            Span<byte> payload = stackalloc byte[2];
            BinaryPrimitives.WriteUInt16BigEndian(payload, code);
            Send(FrameHeader.Close, payload);
        }
    }

    private void Send(byte opcode, ReadOnlySpan<byte> payload)
    {
        var frame = ArrayPool<byte>.Shared.Rent(payload.Length + MaskedFrame.MostHead);
        try
        {
            pump.Send(frame.AsSpan(0, MaskedFrame.Write(opcode, payload, frame)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(frame);
        }
    }
}
