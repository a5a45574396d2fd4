using System.Net.Sockets;

namespace OrleansContest.LoadTest.Sockets;

/// <summary>Reads a socket when its loop says that there is something, through the loop's buffer: it holds no memory while it waits.</summary>
internal sealed class PolledPump(Socket socket, PollLoop loop, long tag, IByteSink sink, ConnectPlan plan) : IPump, IPolled
{
    private readonly Lock gate = new();
    private readonly SendQueue sending = new(socket);
    private bool hasStarted;
    private bool isPaused;
    private bool isAborted;
    private bool isOver;

    public void Start()
    {
        Volatile.Write(ref hasStarted, true);
        Rearm();
    }

    public void Send(ReadOnlySpan<byte> bytes) => sending.Send(bytes);

    public void Pause() => Volatile.Write(ref isPaused, true);

    public void Resume()
    {
        if (Volatile.Read(ref isPaused))
        {
            Volatile.Write(ref isPaused, false);
            Rearm();
        }
    }

    public void Finish()
    {
        lock (gate)
        {
            if (!isOver)
            {
                Shut(SocketShutdown.Send);
            }
        }
    }

    /// <summary>The end is told by the loop, as every end is.</summary>
    public void Abort()
    {
        lock (gate)
        {
            if (isOver || isAborted)
            {
                return;
            }

            Volatile.Write(ref isAborted, true);
            Volatile.Write(ref hasStarted, true);
            socket.LingerState = new LingerOption(true, 0);
            Shut(SocketShutdown.Both);
            loop.Rearm(socket, tag);
        }
    }

    public void Ready(bool isEnding)
    {
        if (Volatile.Read(ref isOver) || !Volatile.Read(ref hasStarted))
        {
            return;
        }

        if (Volatile.Read(ref isAborted))
        {
            End(SocketError.OperationAborted);
            return;
        }

        var most = Math.Min(plan.ReadAtMost, loop.Buffer.Length);
        while (!Volatile.Read(ref isPaused))
        {
            var read = socket.Receive(loop.Buffer, 0, most, SocketFlags.None, out var error);
            if (error == SocketError.WouldBlock)
            {
                return;
            }

            if (error != SocketError.Success || read == 0 || !sink.Take(loop.Buffer.AsSpan(0, read), plan.Clock.GetTimestamp()))
            {
                End(error);
                return;
            }

            // Less than there was room for is all that there was; what comes now is told anew.
            if (read < most && !isEnding)
            {
                return;
            }
        }
    }

    private void Rearm()
    {
        lock (gate)
        {
            if (!isOver)
            {
                loop.Rearm(socket, tag);
            }
        }
    }

    private void Shut(SocketShutdown how)
    {
        try
        {
            socket.Shutdown(how);
        }
        catch (SocketException)
        {
            // The peer was quicker.
        }
    }

    private void End(SocketError error)
    {
        lock (gate)
        {
            Volatile.Write(ref isOver, true);
            loop.Remove(tag);
            socket.Dispose();
        }

        sink.Ended(error);
    }
}
