using System.Net.Sockets;

namespace OrleansContest.LoadTest.Sockets;

/// <summary>Sends what little a client says: at once where the system takes it, else when there is room.</summary>
internal sealed class SendQueue(Socket socket)
{
    private const int most = 16 << 20;

    private readonly Socket socket = socket;

    private readonly Lock gate = new();
    private Waiting? waiting;

    public void Send(ReadOnlySpan<byte> bytes)
    {
        lock (gate)
        {
            try
            {
                SendOrKeep(bytes);
            }
            catch (ObjectDisposedException)
            {
                waiting = null; // Whoever reads is told of the end.
            }
        }
    }

    private void SendOrKeep(ReadOnlySpan<byte> bytes)
    {
        if (waiting is { IsEmpty: false })
        {
            waiting.Add(bytes);
            return;
        }

        var sent = socket.Send(bytes, SocketFlags.None, out var error);
        if (error == SocketError.WouldBlock || (error == SocketError.Success && sent < bytes.Length))
        {
            waiting ??= new Waiting(this);
            waiting.Add(bytes[(error == SocketError.Success ? sent : 0)..]);
            waiting.Start();
        }
    }

    private sealed class Waiting : SocketAsyncEventArgs
    {
        private readonly SendQueue queue;
        private readonly MemoryStream rest = new();
        private byte[] underWay = [];

        public Waiting(SendQueue queue)
            : base(true) => this.queue = queue;

        public bool IsEmpty => underWay.Length == 0 && rest.Length == 0;

        public void Add(ReadOnlySpan<byte> bytes)
        {
            if (rest.Length + bytes.Length > most)
            {
                queue.socket.Dispose();
            }

            rest.Write(bytes);
        }

        public void Start()
        {
            while (rest.Length > 0)
            {
                underWay = rest.ToArray();
                rest.SetLength(0);
                SetBuffer(underWay, 0, underWay.Length);
                if (queue.socket.SendAsync(this))
                {
                    return;
                }

                underWay = [];
            }
        }

        protected override void OnCompleted(SocketAsyncEventArgs e)
        {
            lock (queue.gate)
            {
                underWay = [];
                try
                {
                    Start();
                }
                catch (ObjectDisposedException)
                {
                    rest.SetLength(0);
                }
            }
        }
    }
}
