using System.Net;
using System.Net.Sockets;

namespace OrleansContest.Cli.Cluster;

/// <summary>Looks whether every port of a cluster is free, before anything is started.</summary>
internal static class PortCheck
{
    /// <exception cref="ClusterException">A port is taken, wanted twice, or not for this user.</exception>
    public static void Run(IEnumerable<MemberPlan> members)
    {
        var wanted = new Dictionary<int, string>();
        foreach (var member in members)
        {
            foreach (var port in (int[])[member.Port, .. member.MorePorts])
            {
                if (!wanted.TryAdd(port, member.Name))
                {
                    throw new ClusterException($"Port {port} is wanted by {wanted[port]} and by {member.Name}. Choose others with --port or --silo-port.");
                }

                Try(member, port);
            }
        }
    }

    private static void Try(MemberPlan member, int port)
    {
        try
        {
            using var socket = Listening(member.IsPublic, port);
        }
        catch (SocketException fault)
        {
            var option = member.IsPublic ? "--port" : "--silo-port";
            throw new ClusterException(fault.SocketErrorCode == SocketError.AccessDenied
                ? $"Port {port} may not be taken by this user. Choose one from 1024 on with {option}."
                : $"Port {port}, for {member.Name}, is taken ({fault.Message}). Stop what holds it, or choose other ports with {option}.", fault);
        }
    }

    /// <summary>Listens as the process will: a gateway at every address, a silo at 127.0.0.1.</summary>
    private static Socket Listening(bool atEveryAddress, int port)
    {
        var isDual = atEveryAddress && Socket.OSSupportsIPv6;
        var socket = new Socket(isDual ? AddressFamily.InterNetworkV6 : AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (isDual)
            {
                socket.DualMode = true;
            }

            socket.Bind(new IPEndPoint(isDual ? IPAddress.IPv6Any : atEveryAddress ? IPAddress.Any : IPAddress.Loopback, port));
            socket.Listen();
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
