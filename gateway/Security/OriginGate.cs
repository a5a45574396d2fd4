using OrleansContest.Gateway.Hub;

namespace OrleansContest.Gateway.Security;

/// <summary>Lets no foreign page open a socket.</summary>
internal sealed class OriginGate(Origins origins) : IUpgradeGate
{
    public ValueTask<IResult?> RefuseAsync(HttpContext context) =>
        ValueTask.FromResult<IResult?>(origins.Allows(context.Request) ? null : Origins.Refused);
}
