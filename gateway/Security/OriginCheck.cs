namespace OrleansContest.Gateway.Security;

/// <summary>Refuses what a foreign page sends. Reading is left to the browser, which shows a page nothing without our leave.</summary>
internal sealed class OriginCheck(RequestDelegate next, Origins origins)
{
    public Task InvokeAsync(HttpContext context) =>
        IsHarmless(context.Request) || origins.Allows(context.Request)
            ? next(context)
            : Origins.Refused.ExecuteAsync(context);

    private static bool IsHarmless(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
}
