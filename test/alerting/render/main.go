// Renders the templates of alert rules and of notifications as Grafana does, with Go's own text/template: reads a request as
// JSON from stdin and writes the texts as JSON. Only the standard library is needed.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"text/template"
	"time"
)

type value struct {
	Labels map[string]string
	Value  float64
}

func (v value) String() string { return strconv.FormatFloat(v.Value, 'f', -1, 64) }

type alert struct {
	Labels       map[string]string
	Annotations  map[string]string
	StartsAt     time.Time
	EndsAt       time.Time
	GeneratorURL string
	SilenceURL   string
}

type request struct {
	ExternalURL string
	Annotations []struct {
		Texts  map[string]string
		Labels map[string]string
		Values map[string]value
	}
	Templates     string
	Names         []string
	Notifications []struct {
		Alerts struct {
			Firing   []alert
			Resolved []alert
		}
		CommonLabels map[string]string
	}
}

type response struct {
	Annotations   []map[string]string
	Notifications []map[string]string
}

func main() {
	var in request
	check(json.NewDecoder(os.Stdin).Decode(&in))
	var out response
	for _, one := range in.Annotations {
		texts := map[string]string{}
		for name, text := range one.Texts {
			variables := "{{- $labels := .Labels -}}{{- $values := .Values -}}"
			parsed := template.Must(template.New(name).Funcs(functions(in.ExternalURL)).Parse(variables + text))
			texts[name] = render(parsed, name, one)
		}
		out.Annotations = append(out.Annotations, texts)
	}
	templates := template.Must(template.New("").Option("missingkey=zero").Funcs(functions(in.ExternalURL)).Parse(in.Templates))
	for _, one := range in.Notifications {
		texts := map[string]string{}
		for _, name := range in.Names {
			texts[name] = render(templates, name, one)
		}
		out.Notifications = append(out.Notifications, texts)
	}
	check(json.NewEncoder(os.Stdout).Encode(out))
}

func render(templates *template.Template, name string, data any) string {
	var text strings.Builder
	check(templates.ExecuteTemplate(&text, name, data))
	return text.String()
}

// Of Prometheus' template functions those that the rules use.
func functions(externalURL string) template.FuncMap {
	return template.FuncMap{
		"externalURL": func() string { return externalURL },
		"reReplaceAll": func(pattern, replacement, text string) string {
			return regexp.MustCompile(pattern).ReplaceAllString(text, replacement)
		},
	}
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
