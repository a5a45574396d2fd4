using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace OrleansContest.Gateway.Tests.Hub;

/// <summary>A WebSocket client that sends whatever bytes it is told to, and reads frame by frame.</summary>
internal sealed class RawSocket : IDisposable
{
    public const byte Text = 1;
    public const byte Binary = 2;
    public const byte Close = 8;
    public const byte Ping = 9;
    public const byte Pong = 10;

    private const string extensions = "Sec-WebSocket-Extensions: ";

    private static readonly TimeSpan patience = TimeSpan.FromSeconds(20);

    private readonly TcpClient tcp;
    private readonly NetworkStream stream;

    private RawSocket(TcpClient tcp) => (this.tcp, stream) = (tcp, tcp.GetStream());

    /// <summary>What the server agreed to; null when nothing.</summary>
    public string? Extensions { get; private set; }

    /// <param name="address">Where.</param>
    /// <param name="receiveBytes">How much the system may keep for this client before it reads.</param>
    /// <param name="andSay">Bytes that go with the request, before there is an answer to it.</param>
    /// <param name="headers">More lines of the request.</param>
    public static async Task<RawSocket> ConnectAsync(Uri address, int? receiveBytes = null, byte[]? andSay = null, string headers = "")
    {
        var tcp = new TcpClient { NoDelay = true };
        tcp.ReceiveBufferSize = receiveBytes ?? tcp.ReceiveBufferSize;
        await tcp.ConnectAsync(address.Host, address.Port);
        var socket = new RawSocket(tcp);
        var request = $"GET {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + $"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n{headers}\r\n";
        await socket.SendAsync([.. Encoding.ASCII.GetBytes(request), .. andSay ?? []]);
        var answer = await socket.ReadHeadersAsync();
        Assert.StartsWith("HTTP/1.1 101", answer);
        socket.Extensions = answer.Split("\r\n").SingleOrDefault(line => line.StartsWith(extensions, StringComparison.OrdinalIgnoreCase))?[extensions.Length..];
        return socket;
    }

    /// <summary>A frame as a client sends it: masked, with a mask of zeros.</summary>
    public static byte[] Frame(byte opcode, ReadOnlySpan<byte> payload, bool isFinal = true, bool isMasked = true)
    {
        var frame = new MemoryStream();
        frame.WriteByte((byte)((isFinal ? 0x80 : 0) | opcode));
        var mask = isMasked ? 0x80 : 0;
        Span<byte> length = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(length, payload.Length);
        frame.WriteByte((byte)(mask | (payload.Length < 126 ? payload.Length : payload.Length <= ushort.MaxValue ? 126 : 127)));
        frame.Write(payload.Length < 126 ? [] : payload.Length <= ushort.MaxValue ? length[6..] : length);
        frame.Write(isMasked ? "\0\0\0\0"u8 : []);
        frame.Write(payload);
        return frame.ToArray();
    }

    public Task SendAsync(params byte[] bytes) => stream.WriteAsync(bytes, 0, bytes.Length);

    public Task SayAsync(string text) => SendAsync(Frame(Text, Encoding.UTF8.GetBytes(text)));

    /// <param name="isPacked">Whether its message may be compressed.</param>
    public async Task<(byte Opcode, byte[] Payload)> ReadFrameAsync(bool isPacked = false)
    {
        var header = await ReadAsync(2);
        Assert.Equal(0x80, header[0] & (isPacked ? 0xB0 : 0xF0));
        Assert.Equal(0, header[1] & 0x80);
        long length = header[1];
        if (length >= 126)
        {
            var extended = await ReadAsync(length == 126 ? 2 : 8);
            length = length == 126 ? BinaryPrimitives.ReadUInt16BigEndian(extended) : BinaryPrimitives.ReadInt64BigEndian(extended);
        }

        return ((byte)(header[0] & 0x0F), await ReadAsync((int)length));
    }

    /// <summary>Reads up to the close frame and gives its code; the frames before are let go.</summary>
    public async Task<int> ReadCloseAsync(bool isPacked = false)
    {
        while (true)
        {
            var (opcode, payload) = await ReadFrameAsync(isPacked);
            if (opcode == Close)
            {
                return BinaryPrimitives.ReadUInt16BigEndian(payload);
            }
        }
    }

    /// <summary>Whether the server ends the connection, after whatever it still sends.</summary>
    public async Task<bool> EndsAsync()
    {
        try
        {
            await stream.CopyToAsync(Stream.Null).WaitAsync(patience);
            return true;
        }
        catch (IOException)
        {
            return true;
        }
    }

    public void Dispose() => tcp.Dispose();

    private async Task<byte[]> ReadAsync(int count)
    {
        var bytes = new byte[count];
        await stream.ReadExactlyAsync(bytes).AsTask().WaitAsync(patience);
        return bytes;
    }

    private async Task<string> ReadHeadersAsync()
    {
        var headers = new StringBuilder();
        while (!headers.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            headers.Append((char)(await ReadAsync(1))[0]);
        }

        return headers.ToString();
    }
}
