using System.Buffers;
using System.Net.Sockets;

namespace OrleansContest.LoadTest.Sockets;

/// <summary>
/// Reads and writes one connected socket with next to no memory while it waits: reads end in a small buffer of its own, and only where that
/// was filled the rest goes through a large one of the pool.
/// </summary>
/// <remarks>It is its own event argument, so that a read allocates nothing.</remarks>
internal sealed class SocketPump : SocketAsyncEventArgs, IPump
{
    private const int largeBytes = 64 << 10;
    private const int roundsInARow = 16;

    private const int notStarted = 0;
    private const int heldBack = 1;
    private const int running = 2;
    private const int pausing = 3;
    private const int parked = 4;

    private readonly Socket socket;
    private readonly IByteSink sink;
    private readonly TimeProvider clock;
    private readonly byte[] own;
    private readonly SendQueue sending;
    private int state;

    public SocketPump(Socket socket, IByteSink sink, int idleBytes, TimeProvider clock)
        : base(true)
    {
        (this.socket, this.sink, this.clock) = (socket, sink, clock);
        socket.Blocking = false;
        own = new byte[idleBytes];
        sending = new SendQueue(socket);
        SetBuffer(own, 0, own.Length);
    }

    public void Start()
    {
        if (Interlocked.CompareExchange(ref state, running, notStarted) == notStarted)
        {
            Read();
        }
        else
        {
            Interlocked.CompareExchange(ref state, parked, heldBack);
        }
    }

    public void Send(ReadOnlySpan<byte> bytes) => sending.Send(bytes);

    public void Pause()
    {
        if (Interlocked.CompareExchange(ref state, pausing, running) == notStarted)
        {
            Interlocked.CompareExchange(ref state, heldBack, notStarted);
        }
    }

    public void Resume()
    {
        if (Interlocked.CompareExchange(ref state, notStarted, heldBack) is pausing or parked && Interlocked.Exchange(ref state, running) == parked)
        {
            Read();
        }
    }

    public void Finish()
    {
        try
        {
            socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            Abort();
        }
    }

    public void Abort()
    {
        try
        {
            socket.LingerState = new LingerOption(true, 0);
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            // It is over already.
        }

        socket.Dispose();
        if (Interlocked.Exchange(ref state, running) is parked or notStarted or heldBack)
        {
            End(SocketError.OperationAborted);
        }
    }

    protected override void OnCompleted(SocketAsyncEventArgs e)
    {
        if (TakeRead())
        {
            Read();
        }
    }

    private void Read()
    {
        while (!Parks())
        {
            try
            {
                if (socket.ReceiveAsync(this))
                {
                    return;
                }
            }
            catch (ObjectDisposedException)
            {
                End(SocketError.OperationAborted);
                return;
            }

            if (!TakeRead())
            {
                return;
            }
        }
    }

    private bool Parks() => Volatile.Read(ref state) == pausing && Interlocked.CompareExchange(ref state, parked, pausing) == pausing;

    private bool TakeRead()
    {
        if (SocketError != SocketError.Success || BytesTransferred == 0)
        {
            return End(SocketError);
        }

        return (sink.Take(own.AsSpan(0, BytesTransferred), clock.GetTimestamp()) || End(SocketError.OperationAborted))
            && (BytesTransferred < own.Length || TakeRest());
    }

    private bool TakeRest()
    {
        var large = ArrayPool<byte>.Shared.Rent(largeBytes);
        try
        {
            for (var round = 0; round < roundsInARow && Volatile.Read(ref state) == running; round++)
            {
                var read = socket.Receive(large, 0, large.Length, SocketFlags.None, out var error);
                if (error == SocketError.WouldBlock)
                {
                    return true;
                }

                if (error != SocketError.Success || read == 0 || !sink.Take(large.AsSpan(0, read), clock.GetTimestamp()))
                {
                    return End(error);
                }

                if (read < large.Length)
                {
                    return true;
                }
            }

            return true;
        }
        catch (ObjectDisposedException)
        {
            return End(SocketError.OperationAborted);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(large);
        }
    }

    private bool End(SocketError error)
    {
        socket.Dispose();
        sink.Ended(error);
        return false;
    }
}
