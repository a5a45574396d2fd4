using System.Net;
using System.Net.Sockets;

namespace OrleansContest.LoadTest.Sockets;

/// <summary>Has a socket come from a chosen address of this machine.</summary>
internal static class SourceAddress
{
    private const int ip = 0;
    private const int bindAddressNoPort = 24;

    /// <summary>On Linux the port is left to be chosen when the peer is known: then a port serves for several peers.</summary>
    public static void Bind(Socket socket, IPAddress? source)
    {
        if (source is null)
        {
            return;
        }

        if (OperatingSystem.IsLinux())
        {
            socket.SetRawSocketOption(ip, bindAddressNoPort, BitConverter.GetBytes(1));
        }

        socket.Bind(new IPEndPoint(source, 0));
    }
}
