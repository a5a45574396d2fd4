using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace OrleansContest.LoadTest.Sockets;

/// <summary>
/// One thread that waits for very many sockets by <c>epoll</c>, and reads each that has something. The framework reads once more to find that
/// there is nothing left, and passes each read from thread to thread; where 50,000 messages a second come one by one, that is half of the cost.
/// </summary>
internal sealed class PollLoop
{
    private const int readable = 0x001;
    private const int writable = 0x004;
    private const int error = 0x008;
    private const int hungUp = 0x010;
    private const int peerHungUp = 0x2000;
    private const uint edge = 1u << 31;

    private const int add = 1;
    private const int modify = 3;
    private const int closeOnExec = 0x80000;
    private const int mostEvents = 512;
    private const int interrupted = 4;

    private static readonly Lazy<PollLoop[]> loops = new(() => [.. Enumerable.Range(0, Math.Max(1, Environment.ProcessorCount / 2)).Select(n => new PollLoop(n))]);
    private static int next;

    // The system's structure is packed on x86 and x64, and aligned elsewhere.
    private static readonly bool isPacked = RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.X86;
    private static readonly int eventBytes = isPacked ? 12 : 16;
    private static readonly int tagAt = isPacked ? 4 : 8;

    private readonly ConcurrentDictionary<long, IPolled> watched = [];
    private readonly int epoll;
    private long tags;

    private PollLoop(int number)
    {
        epoll = Check(epoll_create1(closeOnExec));
        new Thread(Run) { IsBackground = true, Name = $"sockets {number}" }.Start();
    }

    public static bool IsSupported { get; } = OperatingSystem.IsLinux();

    /// <summary>The one whose turn it is.</summary>
    public static PollLoop Next => loops.Value[(uint)Interlocked.Increment(ref next) % loops.Value.Length];

    /// <summary>What reads go through: one at a time, on this loop's thread.</summary>
    public byte[] Buffer { get; } = new byte[64 << 10];

    /// <summary>Watches a socket from now on.</summary>
    /// <returns>What it is named by here.</returns>
    public long Add(Socket socket, IPolled polled)
    {
        var tag = Interlocked.Increment(ref tags);
        watched[tag] = polled;
        Control(add, socket, tag);
        return tag;
    }

    /// <summary>Has it called again if there is something already.</summary>
    public void Rearm(Socket socket, long tag) => Control(modify, socket, tag);

    /// <summary>Called before it is closed, which ends the watching.</summary>
    public void Remove(long tag) => watched.TryRemove(tag, out _);

    [DllImport("libc", SetLastError = true)]
    private static extern int epoll_create1(int flags);

    [DllImport("libc", SetLastError = true)]
    private static extern int epoll_ctl(int epoll, int operation, int descriptor, ref byte what);

    [DllImport("libc", SetLastError = true)]
    private static extern int epoll_wait(int epoll, ref byte events, int most, int timeout);

    private static int Check(int answer) => answer >= 0 ? answer : throw new SocketException(Marshal.GetLastPInvokeError());

    private void Control(int operation, Socket socket, long tag)
    {
        Span<byte> what = stackalloc byte[16];
        BinaryPrimitives.WriteUInt32LittleEndian(what, readable | writable | peerHungUp | edge);
        BinaryPrimitives.WriteInt64LittleEndian(what[tagAt..], tag);
        Check(epoll_ctl(epoll, operation, (int)socket.Handle, ref what[0]));
    }

    private void Run()
    {
        var events = new byte[mostEvents * eventBytes];
        while (true)
        {
            var count = epoll_wait(epoll, ref events[0], mostEvents, -1);
            if (count < 0 && Marshal.GetLastPInvokeError() != interrupted)
            {
                throw new SocketException(Marshal.GetLastPInvokeError());
            }

            for (var n = 0; n < count; n++)
            {
                var one = events.AsSpan(n * eventBytes, eventBytes);
                if (watched.TryGetValue(BinaryPrimitives.ReadInt64LittleEndian(one[tagAt..]), out var polled))
                {
                    polled.Ready((BinaryPrimitives.ReadUInt32LittleEndian(one) & (error | hungUp | peerHungUp)) != 0);
                }
            }
        }
    }
}
