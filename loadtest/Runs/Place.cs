using System.Net;
using System.Net.Sockets;
using OrleansContest.LoadTest.Sockets;

namespace OrleansContest.LoadTest.Runs;

/// <summary>Where the gateway is.</summary>
internal static class Place
{
    /// <exception cref="LoadException">Its name is unknown.</exception>
    public static ConnectPlan Of(LoadPlan plan, TimeProvider clock)
    {
        try
        {
            var found = IPAddress.TryParse(plan.Url.IdnHost, out var address) ? [address] : Dns.GetHostAddresses(plan.Url.IdnHost);
            var one = found.FirstOrDefault(each => each.AddressFamily == AddressFamily.InterNetwork) ?? found[0];
            return new ConnectPlan(new IPEndPoint(one, plan.Url.Port), "/") { Host = plan.Url.Authority, OffersCompression = plan.Compress, Clock = clock };
        }
        catch (SocketException fault)
        {
            throw new LoadException($"There is no machine of the name {plan.Url.IdnHost} ({fault.Message}).", fault);
        }
    }
}
