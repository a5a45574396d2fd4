namespace OrleansContest.Gateway.Hub;

/// <summary>Decides, before the upgrade, whether a request may become a socket. All registered ones are asked, in turn; then the address's own.</summary>
internal interface IUpgradeGate
{
    /// <returns>The answer to give instead; null to let it pass.</returns>
    ValueTask<IResult?> RefuseAsync(HttpContext context);
}
