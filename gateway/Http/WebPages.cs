using System.Collections.Frozen;

namespace OrleansContest.Gateway.Http;

/// <summary>Serves the live page of the folder <c>web/</c>, which is built into the program.</summary>
internal sealed class WebPages(RequestDelegate next)
{
    private const string ResourcePrefix = "web/";
    private const string FirstPage = "index.html";

    /// <summary>Nothing but the page's own files, and its own gateway to speak to.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly Dictionary<string, string> contentTypes = new()
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    private static readonly FrozenDictionary<string, Page> pages = typeof(WebPages).Assembly.GetManifestResourceNames()
        .Where(resource => resource.StartsWith(ResourcePrefix, StringComparison.Ordinal))
        .ToFrozenDictionary(PathOf, Page.Read);

    public Task InvokeAsync(HttpContext context)
    {
        var method = context.Request.Method;
        return (HttpMethods.IsGet(method) || HttpMethods.IsHead(method)) && pages.TryGetValue(context.Request.Path.Value ?? "", out var page)
            ? page.SendAsync(context.Response, withContent: HttpMethods.IsGet(method))
            : next(context);
    }

    private static string PathOf(string resource) =>
        resource == $"{ResourcePrefix}{FirstPage}" ? "/" : $"/{resource[ResourcePrefix.Length..]}";

    private sealed record Page(byte[] Content, string Type)
    {
        public static Page Read(string resource)
        {
            using var source = typeof(WebPages).Assembly.GetManifestResourceStream(resource)!;
            var content = new byte[source.Length];
            source.ReadExactly(content);
            return new Page(content, contentTypes[Path.GetExtension(resource)]);
        }

        public Task SendAsync(HttpResponse response, bool withContent)
        {
            response.Headers.ContentSecurityPolicy = Policy;
            response.ContentType = Type;
            response.ContentLength = Content.Length;
            return withContent ? response.Body.WriteAsync(Content, response.HttpContext.RequestAborted).AsTask() : Task.CompletedTask;
        }
    }
}
