using System.Net.Sockets;

namespace OrleansContest.LoadTest.Sockets;

/// <summary>Connects sockets, from the address that the plan names.</summary>
internal static class SocketOpener
{
    private const int ip = 0;
    private const int bindAddressNoPort = 24;

    /// <exception cref="SocketException">Nobody is there, or this machine has no port or descriptor left.</exception>
    public static async Task<Socket> OpenAsync(ConnectPlan plan, CancellationToken cancellationToken)
    {
        var socket = new Socket(plan.Remote.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.ReceiveBufferSize = plan.SystemBufferBytes ?? socket.ReceiveBufferSize;
            Bind(socket, plan);
            await socket.ConnectAsync(plan.Remote, cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>On Linux the port is left to be chosen when the peer is known: then a port serves for several peers.</summary>
    private static void Bind(Socket socket, ConnectPlan plan)
    {
        if (plan.Source is not { } source)
        {
            return;
        }

        if (OperatingSystem.IsLinux())
        {
            socket.SetRawSocketOption(ip, bindAddressNoPort, BitConverter.GetBytes(1));
        }

        socket.Bind(new System.Net.IPEndPoint(source, 0));
    }
}
