using System.Net.Http.Headers;
using Reunion.Tests.Support;

namespace Reunion.Tests.Public;

/// <summary>Reads and posts as a browser or as a program does.</summary>
internal static class PublicReader
{
    public static HttpClient Browser(Uri site, string language = "en")
    {
        var client = ReunionApp.Client(site);
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return client;
    }

    public static HttpClient Program(Uri site)
    {
        var client = ReunionApp.Client(site);
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return client;
    }

    /// <summary>The form with some fields, and files as photos.</summary>
    public static MultipartFormDataContent Form(object fields, params byte[][] photos)
    {
        var form = new MultipartFormDataContent();
        foreach (var field in fields.GetType().GetProperties())
            form.Add(new StringContent((string)field.GetValue(fields)!), field.Name);
        foreach (var photo in photos)
            form.Add(new ByteArrayContent(photo), "photos", "photo.jpg");
        return form;
    }
}
